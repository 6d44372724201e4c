package org.opencgt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opencgt.DemoServer;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.ledger.Export;
import org.opencgt.vault.Disclosure;
import org.opencgt.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names and hospital numbers of donors and recipients, in whatever act they come and whatever becomes of it, are found nowhere but
 * encrypted in the vault.
 */
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTest extends DemoServer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DONOR = "Qwertzuiop-Donor Asdfghjkl";
    private static final String PATIENT = "Qwertzuiop-Patient 示例患者";
    private static final String CORRECTED = "Qwertzuiop-Corrected Yxcvbnm";
    private static final String NUMBER = "ZZ-4711-Q";
    private static final String RIGHT_NUMBER = "ZZ-4712-Q";
    private static final String STRANGER = "ZZ-9999-Q";
    private static final List<String> ALL = List.of(
            "Qwertzuiop",
            "Asdfghjkl",
            "Yxcvbnm",
            "示例患者",
            NUMBER,
            RIGHT_NUMBER,
            STRANGER,
            "ZZ4711Q",
            "ZZ4712Q",
            "ZZ9999Q");

    @Autowired
    private Vault vault;

    @Autowired
    private Export export;

    @Autowired
    private JdbcClient jdbc;

    private Rest as(String login) {
        return Rest.of(server()).as(login, PASSWORD);
    }

    private static ObjectNode donor() {
        return JSON.createObjectNode()
                .put("name", DONOR)
                .put("sex", "female")
                .put("birthYear", 1970)
                .put("autologous", true)
                .put("product", "product:YX-CART19")
                .put("site", "site:linjiang");
    }

    private static ObjectNode patient(String name, String number) {
        return JSON.createObjectNode()
                .put("name", name)
                .put("hospitalNumber", number)
                .put("site", "site:linjiang")
                .put("chainOfIdentity", "YX26-0999-Q")
                .put("weight", 70);
    }

    private static Rest.Answer is(int status, Rest.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private static void clean(String where, String text) {
        for (String personal : ALL) {
            byte[] utf8 = personal.getBytes(StandardCharsets.UTF_8);
            assertThat(text.contains(personal)).as(personal + " in " + where).isFalse();
            assertThat(text.contains(HexFormat.of().formatHex(utf8)))
                    .as(personal + " as hexadecimal in " + where)
                    .isFalse();
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(utf8);
            assertThat(text.contains(base64.substring(0, base64.length() - 1)))
                    .as(personal + " as base 64 in " + where)
                    .isFalse();
        }
    }

    @Test
    void theyStandNowhereButEncryptedInTheVault(CapturedOutput log) throws IOException {
        String register = "/api/acts/clinic.register-recipient";
        String key = UUID.randomUUID().toString();
        is(200, as("doctor.li").post(register + "?dryRun=true", patient(PATIENT, NUMBER)));
        is(422, as("doctor.li").post(register, patient(PATIENT, NUMBER).put("colour", PATIENT)));
        is(403, as("quality.zhao").post(register, patient(PATIENT, NUMBER)));
        is(400, as("doctor.li").post(register, patient(PATIENT, NUMBER) + "]"));
        Rest.Answer registered = is(201, as("doctor.li").key(key).post(register, patient(PATIENT, NUMBER)));
        Rest.Answer again = is(201, as("doctor.li").key(key).post(register, patient(PATIENT, NUMBER)));
        is(422, as("doctor.li").key(key).post(register, patient(CORRECTED, NUMBER)));
        String recipient = registered.at("/made/0");
        is(422, as("doctor.li").post(register, patient(PATIENT, NUMBER).put("recipient", recipient)));
        String donor = is(201, as("doctor.li").post("/api/acts/donor.register", donor()))
                .at("/made/0");
        is(409, refused());
        Rest.Answer corrected = is(201, corrected(registered));

        for (Rest.Answer answer : List.of(registered, again, corrected)) {
            clean("answer", answer.body());
        }
        for (String ref : List.of(recipient, donor)) {
            for (String path : List.of("", "/history", "/proof")) {
                clean(
                        path,
                        is(200, as("doctor.li").get("/api/subjects/" + ref + path))
                                .body());
            }
        }
        clean(
                "the list",
                is(200, as("doctor.li").get("/api/subjects?kind=recipient&limit=1000"))
                        .body());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        export.everything(all);
        clean("the export", all.toString(StandardCharsets.UTF_8));
        clean("the server's log", log.getAll());
        clean("PostgreSQL's log", Files.readString(Path.of("target", "test-postgres", "database.log")));
        database();
        revealed(donor, recipient);
    }

    /** A wristband that is somebody else's: the gate refuses, and the attempt is kept without it. */
    private Rest.Answer refused() {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("act")
                .put("unit", named("bag").toString())
                .put("recipient", named("recipient").toString())
                .put("order", named("order").toString())
                .put("moment", "before")
                .put("wristband", STRANGER)
                .put("nameAgrees", true)
                .put("room", "area:linjiang-room-1")
                .put("unitLabel", named("bag").toString())
                .put("donationNumber", "A999926000117")
                .put("checkCharacter", "L")
                .put("chainOfIdentity", "YX26-0117-C")
                .put("productName", "YX-CART19")
                .put("batchNumber", "YX26001")
                .put("orderCode", named("order").toString())
                .put("dose", 136)
                .put("concentration", 8)
                .put("route", "intravenous")
                .put("expires", "2027-02-25");
        body.putArray("signatures").addObject().put("person", "doctor.qin").put("password", PASSWORD);
        Rest.Answer answer = as("nurse.tang").post("/api/acts/clinic.verify", body);
        assertThat(answer.json()
                        .at("/violations")
                        .valueStream()
                        .map(v -> v.at("/message").asString()))
                .anyMatch(m -> m.startsWith("Wristband, bag and order do not belong together"));
        return answer;
    }

    private Rest.Answer corrected(Rest.Answer registered) {
        ObjectNode replacement = patient(CORRECTED, RIGHT_NUMBER).put("recipient", registered.at("/made/0"));
        ObjectNode body = JSON.createObjectNode();
        body.putObject("act")
                .put("entry", registered.at("/entry/id"))
                .put("reason", "The name was misheard at the desk")
                .put("replacement", JSON.writeValueAsString(replacement));
        body.putArray("signatures").addObject().put("person", "doctor.qin").put("password", PASSWORD);
        return as("doctor.li").post("/api/acts/records.correct", body);
    }

    /** Every column of every table, as PostgreSQL writes it. */
    private void database() {
        JdbcClient owner = JdbcClient.create(testDatabase().owner());
        List<String> tables = owner.sql("""
                        select format('%I', table_name) from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                        """).query((row, n) -> row.getString(1)).list();
        assertThat(tables)
                .contains("entry", "subject", "idempotency", "vault", "vault_access", "refusal", "obligation");
        for (String table : tables) {
            clean(
                    table,
                    String.join(
                            "\n",
                            owner.sql("select t::text from " + table + " t")
                                    .query((row, n) -> row.getString(1))
                                    .list()));
        }
    }

    private void revealed(String donor, String recipient) {
        JsonNode cells = state(donor);
        JsonNode patient = state(recipient);
        assertThat(reveal(cells, "name")).isEqualTo(DONOR);
        assertThat(reveal(patient, "name")).isEqualTo(CORRECTED);
        assertThat(reveal(patient, "hospitalNumber")).isEqualTo(RIGHT_NUMBER);
        assertThat(vault.token(Ref.parse(recipient), RIGHT_NUMBER).token())
                .as("so that a scan can be compared")
                .isEqualTo(patient.at("/hospitalNumber").asString())
                .isNotEqualTo(vault.token(Ref.parse(recipient), "ZZ4712Q").token())
                .isNotEqualTo(vault.token(named("recipient"), RIGHT_NUMBER).token());
        assertThat(jdbc.sql("select field from vault where subject = ? order by made_at, field")
                        .param(recipient)
                        .query((row, n) -> row.getString(1))
                        .list())
                .as("of every accepted act, and of no other")
                .containsExactlyInAnyOrder("name", "hospitalNumber", "name", "hospitalNumber");
        assertThat(jdbc.sql("select count(*) from vault where subject = ? and field = 'wristband'")
                        .param(named("recipient").toString())
                        .query(Long.class)
                        .single())
                .as("what was refused is not kept; what agrees is known already")
                .isZero();
    }

    private JsonNode state(String ref) {
        return as("doctor.li").get("/api/subjects/" + ref).json().at("/state");
    }

    private String reveal(JsonNode state, String component) {
        String token = state.at("/" + component).asString();
        assertThat(token).startsWith("vault:");
        return vault.reveal(new Personal(token), new Disclosure("person:test", "a test"))
                .orElseThrow();
    }
}
