package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opencgt.FragileServer;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages say while the records cannot be reached, or take no more; and that nothing that was typed is lost. */
class OutOfServiceTest extends FragileServer {

    private static final String FORM = "/acts/organisation.register-site";
    private static final Duration IN_TIME = Duration.ofSeconds(25);
    private static final String OUT = "Out of service for a moment";

    private Visitor visitor() {
        return new Visitor(server().getPort());
    }

    /** The form filled in, ready for the step. */
    private static Map<String, String> filled(Visitor visitor, String site) throws Exception {
        Map<String, String> fields =
                new LinkedHashMap<>(Visitor.carried(visitor.get(FORM).body()));
        fields.put("site", "site:" + site);
        fields.put("name", "Invented " + site);
        fields.put("institution", "hospital");
        fields.put("functions", "hospital");
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    @Test
    void whileTheDatabaseIsAwayEveryPageSaysSoAndTheSessionLivesOn() throws Exception {
        Visitor visitor = visitor().signIn(ADMINISTRATOR);
        Visitor outside = visitor();
        String token = outside.token("/sign-in");
        Map<String, String> site = filled(visitor, "away");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        line().down();
        isOut(visitor.post(FORM, with(site, "_do", "review"))); // on a connection that was good a moment ago
        isOut(visitor.get("/"));
        isOut(outside.post("/sign-in", Map.of("_csrf", token, "login", ADMINISTRATOR, "password", PASSWORD)));
        isOut(visitor.post(FORM, with(site, "_do", "sign", "_password.0", PASSWORD)));
        line().restore();
        HttpResponse<String> again = visitor.post(FORM, with(site, "_do", "sign", "_password.0", PASSWORD));
        assertThat(again.statusCode()).as(again.body()).isEqualTo(302);
        assertThat(again.headers().firstValue("Location").orElse("")).contains("/subjects/site/away");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    private static void isOut(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body())
                .contains(OUT, "Nothing was half done")
                .doesNotContain("Exception", "postgres", "jdbc", "[error");
    }

    /** Reading goes on, so the form comes back with what is the matter, and under the same key. */
    @Test
    void whereThereIsNoRoomTheFormComesBackAndIsRecordedOnceThereIs() throws Exception {
        JdbcClient owner = JdbcClient.create(database().owner());
        Visitor visitor = visitor().signIn(ADMINISTRATOR);
        Map<String, String> site = with(filled(visitor, "full"), "_do", "sign", "_password.0", PASSWORD);
        long size = ledger.size();
        owner.sql("""
                create function full_disk() returns trigger language plpgsql as $$
                begin raise exception 'could not extend file' using errcode = '53100'; end $$
                """).update();
        owner.sql("create trigger full_disk before insert on entry for each statement execute function full_disk()")
                .update();
        try {
            HttpResponse<String> answer = visitor.post(FORM, site);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("The database has no room left; nothing was written.", "Invented full")
                    .doesNotContain(PASSWORD);
            assertThat(Visitor.carried(answer.body())).containsEntry("_key", site.get("_key"));
        } finally {
            owner.sql("drop function full_disk cascade").update();
        }
        for (int i = 0; i < 2; i++) {
            assertThat(visitor.post(FORM, site).statusCode())
                    .as("recorded, and told again")
                    .isEqualTo(302);
        }
        assertThat(ledger.size()).isEqualTo(size + 1);
    }

    @Test
    void aFormThatWasRecordedIsNotTakenForAnother() throws Exception {
        Visitor visitor = visitor().signIn(ADMINISTRATOR);
        Map<String, String> site = with(filled(visitor, "first"), "_do", "sign", "_password.0", PASSWORD);
        assertThat(visitor.post(FORM, site).statusCode()).isEqualTo(302);
        HttpResponse<String> changed = visitor.post(FORM, with(site, "site", "site:second"));
        assertThat(changed.statusCode()).isEqualTo(422);
        assertThat(changed.body()).contains("This form was sent before with other contents");
        assertThat(ledger.subject("site:second")).isEmpty();
        HttpResponse<String> further =
                visitor.post(FORM, with(site, "site", "site:second", "_key", Visitor.one(changed.body(), "_key")));
        assertThat(further.statusCode()).isEqualTo(302);
        assertThat(ledger.subject("site:second")).isPresent();
    }

    @Test
    void withScriptsTooTheUserIsToldAndKeepsWhatWasTyped() {
        try (Browser browser = Browser.open(server().getPort(), "en")) {
            browser.signIn(ADMINISTRATOR, PASSWORD).go(FORM);
            browser.type("#f-site", "typed");
            browser.type("#f-name", "Typed before the database went");
            browser.click("input[name=institution][value=hospital]");
            browser.click("input[name=functions][value=hospital]");
            line().down();
            browser.click("button[value=review]:not(.sr-only)");
            new WebDriverWait(browser.driver(), IN_TIME)
                    .until(d -> browser.text().contains(OUT));
            assertThat(browser.find("#f-name").getDomProperty("value")).isEqualTo("Typed before the database went");
            line().restore();
            browser.click("button[value=review]:not(.sr-only)");
            new WebDriverWait(browser.driver(), IN_TIME)
                    .until(d -> !browser.all("button[value=sign]").isEmpty());
            assertThat(browser.find("#trouble").isDisplayed()).isFalse();
            browser.type("input[name='_password.0']", PASSWORD);
            browser.click("button[value=sign]");
            browser.waitForAddress("/subjects/site/typed");
        }
    }
}
