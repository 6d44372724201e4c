package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookieStore;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opencgt.installation.Installation;

/** A browser without scripts. */
final class Visitor {

    private static final Pattern INPUT = Pattern.compile("<input[^>]* name=\"(_[A-Za-z]+)\"[^>]* value=\"([^\"]*)\"");

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Visitor(int port) {
        this.port = port;
    }

    CookieStore cookies() {
        return cookies.getCookieStore();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(asking(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.send(
                asking(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder asking(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html, application/json;q=0.9")
                .header("Accept-Language", "en");
    }

    String token(String path) throws IOException, InterruptedException {
        return one(get(path).body(), "_csrf");
    }

    /** What a form carries beside the act's own fields: the token, the key, the time. */
    static Map<String, String> carried(String page) {
        Map<String, String> carried = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(page);
        while (input.find()) {
            carried.putIfAbsent(input.group(1), input.group(2));
        }
        assertThat(carried).as(page).containsKey("_csrf");
        return carried;
    }

    static String one(String page, String name) {
        return Objects.requireNonNull(carried(page).get(name), name);
    }

    Visitor signIn(String login) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(
                "/sign-in", Map.of("_csrf", token("/sign-in"), "login", login, "password", Installation.DEMO_PASSWORD));
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("/sign-in");
        return this;
    }
}
