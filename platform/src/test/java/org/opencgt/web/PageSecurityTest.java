package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a browser is told, and what is refused to other sites. */
class PageSecurityTest extends RunningServer {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** A browser without scripts. */
    private final class Visitor {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();

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
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                    .header("Accept", "text/html")
                    .header("Accept-Language", "en");
        }

        String token(String path) throws IOException, InterruptedException {
            Matcher matcher = TOKEN.matcher(get(path).body());
            assertThat(matcher.find()).isTrue();
            return matcher.group(1);
        }

        Visitor signIn(String login) throws IOException, InterruptedException {
            HttpResponse<String> answer =
                    post("/sign-in", Map.of("_csrf", token("/sign-in"), "login", login, "password", PASSWORD));
            assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("/sign-in");
            return this;
        }
    }

    @Test
    void everyPageTellsTheBrowserWhatItMayDo() throws Exception {
        Visitor visitor = new Visitor().signIn("nurse.liu");
        for (String path : List.of("/", "/ledger", "/no-such-page", "/assets/opencgt.css")) {
            var headers = visitor.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("same-origin");
            assertThat(headers.firstValue("X-Frame-Options")).as(path).hasValue("DENY");
        }
    }

    @Test
    void pagesAreNotKeptByTheBrowser() throws Exception {
        assertThat(new Visitor().signIn("nurse.liu").get("/").headers().allValues("Cache-Control"))
                .anyMatch(v -> v.contains("no-store"));
    }

    @Test
    void cookiesStayWithThisSiteAndAwayFromScripts() throws Exception {
        Visitor visitor = new Visitor();
        HttpResponse<String> answer = visitor.post(
                "/sign-in", Map.of("_csrf", visitor.token("/sign-in"), "login", "nurse.liu", "password", PASSWORD));
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(c -> c.contains("HttpOnly") && c.contains("SameSite=Strict"));
    }

    @Test
    void aNewSessionBeginsWhenSomebodySignsIn() throws Exception {
        Visitor visitor = new Visitor();
        visitor.get("/ledger");
        String before = session(visitor);
        visitor.signIn("nurse.liu");
        assertThat(session(visitor)).isNotEqualTo(before);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        Visitor visitor = new Visitor().signIn("nurse.liu");
        String stolen = new Visitor().signIn("nurse.tang").token("/password");
        for (String token : List.of("", "made-up", stolen, "AAAA" + stolen.substring(4))) {
            HttpResponse<String> answer = visitor.post("/ledger/verification", Map.of("_csrf", token));
            assertThat(answer.statusCode()).as(token).isEqualTo(403);
            assertThat(answer.body()).contains("Not allowed");
        }
        assertThat(visitor.post("/ledger/verification", Map.of("_csrf", visitor.token("/password")))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aSessionThatNobodyOpenedLeadsToTheDoor() throws Exception {
        Visitor visitor = new Visitor();
        visitor.cookies
                .getCookieStore()
                .add(URI.create("http://127.0.0.1:" + port()), cookie("opencgt", "0123456789ABCDEF0123456789ABCDEF"));
        HttpResponse<String> answer = visitor.get("/");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in?expired");
    }

    @Test
    void aFieldOfTenMegabytesIsRefusedInWords() throws Exception {
        Visitor visitor = new Visitor().signIn("nurse.liu");
        HttpResponse<String> answer = visitor.post(
                "/acts/clinic.hold",
                Map.of("_csrf", visitor.token("/acts/clinic.hold"), "reason", "A".repeat(10_000_000)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Too much at once");
    }

    @Test
    void aLongTextIsRefusedAtItsField() throws Exception {
        Visitor visitor = new Visitor().signIn("nurse.liu");
        HttpResponse<String> answer = visitor.post(
                "/acts/clinic.hold",
                Map.of(
                        "_csrf",
                        visitor.token("/acts/clinic.hold"),
                        "_do",
                        "check",
                        "unit",
                        first("unit"),
                        "reason",
                        "A".repeat(100_000)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Too long: at most");
    }

    private static HttpCookie cookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        return cookie;
    }

    private static String session(Visitor visitor) {
        return visitor.cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("opencgt"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
