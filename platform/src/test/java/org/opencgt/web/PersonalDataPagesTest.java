package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opencgt.vault.Disclosure;
import org.opencgt.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a page does with a patient's name and number: shown to whoever treats, found by, and in no address. */
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataPagesTest extends RunningServer {

    private static final String FORM = "/acts/clinic.register-recipient";
    private static final String NAME = "Mnbvcxy Lkjhgfd";
    private static final String NUMBER = "PG-0815-X";

    @Autowired
    private Vault vault;

    @Autowired
    private JdbcClient jdbc;

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("http://[^/]*", "");
    }

    @Test
    void theyAreInNoAddressAndInNoLog(CapturedOutput log) throws Exception {
        Visitor visitor = new Visitor(port()).signIn("doctor.li");
        Map<String, String> fields = with(
                Visitor.carried(visitor.get(FORM).body()),
                "name",
                NAME,
                "hospitalNumber",
                NUMBER,
                "site",
                "site:linjiang",
                "chainOfIdentity",
                "YX26-0815-X",
                "weight",
                "70");
        HttpResponse<String> checked = visitor.post(FORM, with(fields, "_do", "check"));
        assertThat(checked.statusCode()).isEqualTo(200);
        HttpResponse<String> signed = visitor.post(FORM, with(fields, "_do", "sign", "_password.0", PASSWORD));
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(302);
        String subject = location(signed).replaceAll("\\?.*", "");
        assertThat(subject).startsWith("/subjects/recipient/");
        String token = Visitor.one(visitor.get("/").body(), "_csrf");

        for (String text : new String[] {NAME, NUMBER}) {
            HttpResponse<String> found = visitor.post("/find", Map.of("_csrf", token, "q", text));
            assertThat(location(found)).as("found by " + text).endsWith(subject);
            HttpResponse<String> named =
                    visitor.post("/find/subjects", Map.of("_csrf", token, "kind", "recipient", "q", text));
            assertThat(named.body()).contains("recipient:" + subject.substring(subject.lastIndexOf('/') + 1));
        }
        assertThat(visitor.get(FORM + "?name=" + NUMBER).body())
                .as("what an address says about a person is not taken")
                .doesNotContain("value=\"" + NUMBER);
        assertThat(visitor.get(subject).body()).as("shown to whoever treats").contains(NAME, NUMBER);

        Visitor stranger = new Visitor(port()).signIn("warehouse.he");
        String his = Visitor.one(stranger.get("/").body(), "_csrf");
        assertThat(stranger.get(subject).body()).doesNotContain(NAME, NUMBER);
        assertThat(stranger.post("/find", Map.of("_csrf", his, "q", NAME)).body())
                .doesNotContain(subject);

        visitor.cookies().removeAll();
        HttpResponse<String> ended = visitor.post(
                FORM, with(fields, "_csrf", Visitor.one(visitor.get("/sign-in").body(), "_csrf")));
        assertThat(ended.statusCode()).as("a form kept for later").isEqualTo(302);
        for (HttpResponse<String> answer : List.of(signed, ended)) {
            assertThat(location(answer)).doesNotContain("Mnbvcxy", NUMBER);
        }
        assertThat(log.getAll()).doesNotContain("Mnbvcxy", "Lkjhgfd", NUMBER);
        assertThat(jdbc.sql("select distinct purpose from vault_access where person = 'person:doctor.li'")
                        .query((row, n) -> row.getString(1))
                        .list())
                .as("who looked, and why")
                .contains("page", "search");
        assertThat(vault.find("name", NAME, new Disclosure("person:test", "a test")))
                .hasSize(1);
    }
}
