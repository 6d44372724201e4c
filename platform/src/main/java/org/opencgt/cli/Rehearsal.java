package org.opencgt.cli;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opencgt.database.EmbeddedPostgres;
import org.opencgt.installation.FirstStart;
import org.opencgt.installation.Installation;
import org.opencgt.scenario.Scenario;
import org.opencgt.scenario.ScenarioReader;
import org.opencgt.scenario.ScenarioRun;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * Starts a server on a database that is thrown away, has it perform some acts and show some pages, and ends, so that the JVM can
 * record what start-up loads, links and runs. The build keeps that record beside the jars (JEP 483, 514 and 515).
 */
final class Rehearsal {

    /** Enough for the ways of most acts to become known, few enough to keep the build short. */
    private static final int STEPS = 150;

    private static final List<String> PAGES =
            List.of("/", "/areas/organisation", "/subjects/person/administrator", "/guidelines", "/ledger");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI server;

    private Rehearsal(URI server) {
        this.server = server;
    }

    static void main(String[] arguments) throws IOException, InterruptedException {
        EmbeddedPostgres.prepare();
        Scenario life = ScenarioReader.read(DemoCommand.file(DemoCommand.DEFAULT));
        Scenario beginning =
                new Scenario(life.name(), life.title(), life.steps().subList(0, STEPS));
        try (ScratchFolder folder = ScratchFolder.make();
                var context = Platform.serve(
                        List.of("--opencgt.data=" + folder.path(), "--opencgt.disposable=true", "--server.port=0"))) {
            new ScenarioRun(context.getBean(FirstStart.class).stage("rehearsal")).play(beginning, told -> {});
            int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                    .getPort();
            new Rehearsal(URI.create("http://127.0.0.1:" + port)).visit();
        }
    }

    private void visit() throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/sign-in"));
        if (!token.find()) {
            throw new IllegalStateException("the page for signing in has no token");
        }
        String form = "_csrf=" + encoded(token.group(1)) + "&login=" + FirstStart.ADMINISTRATOR.id() + "&password="
                + encoded(Installation.DEMO_PASSWORD);
        answer(HttpRequest.newBuilder(server.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        for (String page : PAGES) {
            get(page);
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(server.resolve(path)).build());
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " was answered with " + response.statusCode());
        }
        return response.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
