package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a browser is told, and what is refused to other sites. */
class PageSecurityTest extends RunningServer {

    @Test
    void everyPageTellsTheBrowserWhatItMayDo() throws Exception {
        Visitor visitor = new Visitor(port()).signIn("nurse.liu");
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
        assertThat(new Visitor(port()).signIn("nurse.liu").get("/").headers().allValues("Cache-Control"))
                .anyMatch(v -> v.contains("no-store"));
    }

    @Test
    void cookiesStayWithThisSiteAndAwayFromScripts() throws Exception {
        Visitor visitor = new Visitor(port());
        HttpResponse<String> answer = visitor.post(
                "/sign-in", Map.of("_csrf", visitor.token("/sign-in"), "login", "nurse.liu", "password", PASSWORD));
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(c -> c.contains("HttpOnly") && c.contains("SameSite=Strict"));
    }

    @Test
    void aNewSessionBeginsWhenSomebodySignsIn() throws Exception {
        Visitor visitor = new Visitor(port());
        visitor.get("/ledger");
        String before = session(visitor);
        visitor.signIn("nurse.liu");
        assertThat(session(visitor)).isNotEqualTo(before);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        Visitor visitor = new Visitor(port()).signIn("nurse.liu");
        String stolen = new Visitor(port()).signIn("nurse.tang").token("/password");
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
        Visitor visitor = new Visitor(port());
        visitor.cookies()
                .add(URI.create("http://127.0.0.1:" + port()), cookie("opencgt", "0123456789ABCDEF0123456789ABCDEF"));
        HttpResponse<String> answer = visitor.get("/");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in?expired");
    }

    @Test
    void aFieldOfTenMegabytesIsRefusedInWords() throws Exception {
        Visitor visitor = new Visitor(port()).signIn("nurse.liu");
        HttpResponse<String> answer = visitor.post(
                "/acts/clinic.hold",
                Map.of("_csrf", visitor.token("/acts/clinic.hold"), "reason", "A".repeat(10_000_000)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Too much at once");
    }

    @Test
    void aLongTextIsRefusedAtItsField() throws Exception {
        Visitor visitor = new Visitor(port()).signIn("nurse.liu");
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
        return visitor.cookies().getCookies().stream()
                .filter(c -> c.getName().equals("opencgt"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
