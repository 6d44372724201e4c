package org.opencgt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opencgt.DemoServer;
import org.opencgt.pipeline.Lots;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever comes in over REST is answered clearly, quickly, at its field, and leaves nothing behind. */
class BadInputTest extends DemoServer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RECEIVE = "/api/acts/material.receive-lot";
    private static final int TEN_MB = 10 << 20;

    private long size;

    @BeforeEach
    void before() {
        size = ledger.size();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(as("warehouse.he").post(RECEIVE, Lots.received()).status())
                .as("the server goes on")
                .isEqualTo(201);
        assertThat(ledger.size()).isEqualTo(size + 1);
    }

    private Rest as(String login) {
        return Rest.of(server()).as(login, PASSWORD);
    }

    private static void isProblem(Rest.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.problem()).as(answer.body()).isEqualTo(type);
        assertThat(answer.body())
                .doesNotContain(
                        "Exception",
                        "org.opencgt",
                        "tools.jackson",
                        "\\tat ",
                        "select ",
                        "insert into",
                        "[fault",
                        "[problem");
        assertThat(answer.body().length()).isLessThan(20_000);
    }

    /** Posts the body and expects one fault, in both languages at the same field. */
    private void fault(String body, String field, String code, String english) {
        Rest.Answer answer = as("warehouse.he").post(RECEIVE, body);
        isProblem(answer, 422, "invalid-act");
        assertThat(answer.json().at("/errors").size()).as(answer.body()).isEqualTo(1);
        assertThat(answer.at("/errors/0/field")).isEqualTo(field);
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
        assertThat(answer.at("/errors/0/message")).contains(english);
        Rest.Answer chinese = as("warehouse.he").in("zh-CN").post(RECEIVE, body);
        assertThat(chinese.at("/errors/0/field")).isEqualTo(field);
        assertThat(chinese.at("/errors/0/message"))
                .isNotEqualTo(answer.at("/errors/0/message"))
                .matches("(?s).*\\p{IsHan}.*");
    }

    private void fault(JsonNode body, String field, String code, String english) {
        fault(JSON.writeValueAsString(body), field, code, english);
    }

    @Test
    void eachFieldThatIsWrongIsNamedWithHowToMendIt() {
        fault(Lots.received().put("colour", "red"), "colour", "unknown", "material, category");
        ObjectNode without = Lots.received();
        without.remove("quantity");
        fault(without, "quantity", "missing", "");
        fault(Lots.received().put("quantity", "ten"), "quantity", "number", "");
        fault(Lots.received().put("quantity", -1), "quantity", "range", "0");
        fault(Lots.received().put("intact", "yes"), "intact", "truth", "");
        fault(Lots.received().put("category", "wine"), "category", "choice", "culture_medium");
        fault(Lots.received().put("expires", "31.12.2030"), "expires", "day", "");
        fault(Lots.received().put("expires", "2030-02-30"), "expires", "day", "");
        fault(Lots.received().put("supplier", "unit:x"), "supplier", "kind", "site");
        fault(Lots.received().put("supplier", "site:"), "supplier", "reference", "");
        fault(Lots.received().put("supplier", "site:nowhere"), "supplier", "no-such-subject", "site:nowhere");
        fault(Lots.received().put("material", ""), "material", "missing", "");
        fault(Lots.received().put("material", 7), "material", "text", "");
        fault(Lots.received().put("origin", "recombinant"), "origin", "array", "");
        fault("[]", "", "object", "");
        fault("null", "", "object", "");
        fault("\"text\"", "", "object", "");
    }

    /** What a record's own rule, or an engine of the numeric library, says of values that don't go together. */
    @Test
    void valuesThatDoNotGoTogetherAreToldInTheReadersLanguage() {
        String impossible = "{\"plan\":{\"design\":{\"name\":\"boin\",\"target\":1}}}";
        String foreign = "{\"plan\":{\"design\":{\"name\":\"three_plus_three\",\"target\":0.3}}}";
        assertThat(ofDesign(impossible, "en")).contains("below 1").doesNotContainPattern("\\p{IsHan}");
        assertThat(ofDesign(impossible, "zh-CN"))
                .containsPattern("\\p{IsHan}")
                .isNotEqualTo(ofDesign(impossible, "en"));
        assertThat(ofDesign(foreign, "en"))
                .isEqualTo(
                        "This design has no such setting: target. Leave it empty, or choose the design that has it.");
        assertThat(ofDesign(foreign, "zh-CN")).startsWith("该设计没有此参数：target");
    }

    private String ofDesign(String body, String language) {
        Rest.Answer answer =
                as("doctor.qin").in(language).post("/api/acts/dosefinding.plan?dryRun=true", JSON.readTree(body));
        isProblem(answer, 422, "invalid-act");
        for (JsonNode error : answer.json().path("errors")) {
            if (error.path("field").asString().equals("plan.design")) {
                return error.path("message").asString();
            }
        }
        throw new AssertionError("no fault at plan.design: " + answer.body());
    }

    @Test
    void everyFaultIsToldAtOnce() {
        Rest.Answer answer = as("warehouse.he")
                .post(
                        RECEIVE,
                        Lots.received().put("quantity", "x").put("expires", "y").put("colour", "z"));
        isProblem(answer, 422, "invalid-act");
        assertThat(answer.json()
                        .at("/errors")
                        .valueStream()
                        .map(e -> e.at("/field").asString()))
                .containsExactlyInAnyOrder("quantity", "expires", "colour");
    }

    @Test
    void unitsAreUcumAndNotConverted() {
        ObjectNode kelvin = Lots.received();
        kelvin.putObject("arrivalTemperature").put("value", 278).put("unit", "K");
        fault(kelvin, "arrivalTemperature", "unit", "Cel");
        ObjectNode degrees = Lots.received();
        degrees.putObject("arrivalTemperature").put("value", 5).put("unit", "°C");
        fault(degrees, "arrivalTemperature", "unit", "Cel");
        ObjectNode none = Lots.received();
        none.putObject("arrivalTemperature").put("value", 5);
        fault(none, "arrivalTemperature", "number", "");
        ObjectNode right = Lots.received();
        right.putObject("arrivalTemperature").put("value", 5).put("unit", "Cel");
        assertThat(as("warehouse.he").post(RECEIVE + "?dryRun=true", right).status())
                .isEqualTo(200);
    }

    @Test
    void numbersStayWhatTheyAreOrAreRefused() {
        fault(numbered("1e400"), "quantity", "digits", "15");
        fault(numbered("1e2147483647"), "quantity", "digits", "15");
        fault(numbered("1e-2147483640"), "quantity", "digits", "15");
        fault(numbered("0.12345678901234567890"), "quantity", "digits", "15");
        fault(numbered("123456789012345678901234567890"), "quantity", "digits", "15");
        for (String number : List.of("NaN", "Infinity", "+1", "01", "0x10", "1.", ".5", "--1")) {
            isProblem(as("warehouse.he").post(RECEIVE, numbered(number)), 400, "malformed-json");
        }
        Rest.Answer endless = as("warehouse.he").post(RECEIVE, numbered("1".repeat(100_000)));
        isProblem(endless, 400, "malformed-json");
    }

    private static String numbered(String number) {
        return JSON.writeValueAsString(Lots.received()).replace("\"quantity\":10", "\"quantity\":" + number);
    }

    @Test
    void whatIsNoJsonIsToldWithItsPlace() {
        Rest.Answer answer = as("warehouse.he").post(RECEIVE, "{\n  \"lot\": \"material-lot:x\",\n  \"quantity\": }");
        isProblem(answer, 400, "malformed-json");
        assertThat(answer.at("/detail")).startsWith("Line 3, column 15:");
        assertThat(as("warehouse.he").in("zh-CN").post(RECEIVE, "{\n\n}}").at("/detail"))
                .startsWith("第 3 行第 2 列");
        for (String body : List.of(
                "",
                " ",
                "{",
                "{\"a\": 1",
                "{'a': 1}",
                "<act/>",
                "a=1&b=2",
                "{\"a\": 1}{\"a\": 1}",
                "{\"a\": \"\\x\"}",
                "{\"a\": \"\\uD8")) {
            isProblem(as("warehouse.he").post(RECEIVE, body), 400, "malformed-json");
        }
        isProblem(
                as("warehouse.he")
                        .post(RECEIVE, new byte[] {'{', '"', (byte) 0xFF, (byte) 0xFE, '"', '}'}, "application/json"),
                400,
                "malformed-json");
    }

    @Test
    void aNameThatStandsTwiceIsRefused() {
        String twice = JSON.writeValueAsString(Lots.received()).replaceFirst("\\{", "{\"quantity\": 1000, ");
        Rest.Answer answer = as("warehouse.he").post(RECEIVE, twice);
        isProblem(answer, 400, "malformed-json");
        assertThat(answer.at("/detail")).contains("quantity");
    }

    @Test
    void deepNestingIsRefused() {
        for (String body : List.of("[".repeat(100_000), "{\"a\":".repeat(100_000))) {
            isProblem(as("warehouse.he").post(RECEIVE, body), 400, "malformed-json");
        }
        isProblem(
                as("warehouse.he").post(RECEIVE, "{\"origin\":" + "[".repeat(400) + "]".repeat(400) + "}"),
                422,
                "invalid-act");
    }

    @Test
    void onlyJsonIsRead() {
        byte[] body = JSON.writeValueAsBytes(Lots.received());
        for (String type :
                List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data")) {
            isProblem(as("warehouse.he").post(RECEIVE, body, type), 415, "not-json");
        }
        Rest.Answer html = Rest.send(as("warehouse.he")
                .request("/api/acts")
                .header("Accept", "text/html")
                .GET());
        assertThat(html.status()).isEqualTo(406);
        assertThat(html.type()).doesNotContain("html");
    }

    @Test
    void sqlAndScriptAreKeptAsTheTextThatTheyAre() {
        String sql = "Robert'); DROP TABLE entry;-- ${jndi:ldap://x} {{7*7}} %s {0}";
        String script = "<script>alert(\"x\")</script><img src=x onerror=alert(1)> & 中文 🧬 \\u0041";
        Rest.Answer answer = as("warehouse.he")
                .post(RECEIVE, Lots.received().put("material", sql).put("useJustification", script));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        size++;
        Rest.Answer state = as("warehouse.he").get("/api/subjects/" + answer.at("/made/0"));
        assertThat(state.type()).startsWith("application/json");
        assertThat(state.response().headers().firstValue("X-Content-Type-Options"))
                .contains("nosniff");
        assertThat(state.at("/state/material")).isEqualTo(sql);
        assertThat(state.at("/state/useJustification")).isEqualTo(script);
        assertThat(as("warehouse.he")
                        .get("/api/ledger/entries/" + answer.at("/entry/id"))
                        .at("/content/act/material"))
                .isEqualTo(sql);
        for (String path : List.of(
                "/api/subjects/unit:x';select%201", "/api/ledger/entries/'%20or%20'1'='1", "/api/guidelines/'--")) {
            assertThat(as("warehouse.he").get(path).status()).as(path).isBetween(400, 499);
        }
    }

    @Test
    void charactersThatCannotBeKeptAreRefusedAtTheirField() {
        fault(Lots.received().put("material", "nul \0 inside"), "material", "control", "");
        fault(Lots.received().put("material", "bell \u0007"), "material", "control", "");
        fault(Lots.received().put("material", "two\nlines"), "material", "control", "");
        String lone = JSON.writeValueAsString(Lots.received()).replace("Invented medium", "lone \\uD800 surrogate");
        fault(lone, "material", "control", "");
        Map<String, Integer> names = new LinkedHashMap<>();
        names.put("{\"\\u0000\": 1}", 422);
        names.put("{\"\\uD800\": 1}", 400);
        names.put("{\"" + "x".repeat(40_000) + "\": 1}", 422);
        names.put("{\"" + "x".repeat(60_000) + "\": 1}", 400);
        names.forEach((body, status) -> {
            Rest.Answer answer = as("warehouse.he").key("k-" + size).post(RECEIVE, body);
            assertThat(answer.status())
                    .as(body.substring(0, 10) + " " + answer.body())
                    .isEqualTo(status);
            assertThat(answer.body().length()).isLessThan(60_000);
            assertThat(answer.type()).startsWith("application/problem+json");
        });
    }

    @Test
    void whatStandsBesideTheActIsCheckedToo() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("\"performedAt\": \"yesterday\"", "performedAt");
        wrong.put("\"performedAt\": 5", "performedAt");
        wrong.put("\"performedAt\": \"2026-03-02T08:30:00\"", "performedAt");
        wrong.put("\"performedAt\": \"+999999999-12-31T23:59:59Z\"", "performedAt");
        wrong.put("\"performedAt\": \"" + Instant.now().plus(Duration.ofHours(1)) + "\"", "performedAt");
        wrong.put("\"lateReason\": 5", "lateReason");
        wrong.put("\"lateReason\": \"\\u0000\"", "lateReason");
        wrong.put("\"justifications\": []", "justifications");
        wrong.put("\"justifications\": {\"IC-5.4c\": 1}", "justifications.IC-5.4c");
        wrong.put("\"justifications\": {\"<b>\": \"x\"}", "justifications");
        wrong.put("\"signatures\": {}", "signatures");
        wrong.put("\"signatures\": [1]", "signatures[0]");
        wrong.put("\"signatures\": [{}]", "signatures[0].person");
        wrong.put("\"signatures\": [{\"person\": \"::\"}]", "signatures[0].person");
        wrong.put("\"signatures\": [{\"person\": \"x\", \"passwort\": \"y\"}]", "signatures[0].passwort");
        wrong.put("\"signature\": []", "signature");
        wrong.forEach((member, field) -> {
            Rest.Answer answer = as("warehouse.he").post(RECEIVE, "{\"act\": " + Lots.received() + ", " + member + "}");
            isProblem(answer, 422, "invalid-act");
            assertThat(answer.json()
                            .at("/errors")
                            .valueStream()
                            .map(e -> e.at("/field").asString()))
                    .as(member)
                    .contains(field);
        });
    }

    /** A misread or altered number must not pass, neither one of ours nor that of a bag. */
    @Test
    void aWrongCheckCharacterIsTold() {
        String lot = as("warehouse.he").post(RECEIVE, Lots.received()).at("/made/0");
        size++;
        char right = lot.charAt(lot.length() - 1);
        String wrong = lot.substring(0, lot.length() - 1) + (right == 'A' ? 'B' : 'A');
        fault(Lots.received().put("lot", wrong), "lot", "identifier-check", "should be " + right);
        fault(Lots.received().put("supplier", "site:S26-0000O1-K"), "supplier", "identifier-character", "O");
        Rest.Answer tested = as("qc.sun").post("/api/acts/material.test-lot", Lots.tested(wrong));
        isProblem(tested, 422, "invalid-act");
        assertThat(tested.at("/errors/0/code")).isEqualTo("identifier-check");

        ObjectNode label = JSON.createObjectNode()
                .put("collection", named("collection").toString())
                .put("donor", named("donor").toString())
                .put("scannedDonationNumber", "A999926000117")
                .put("chainOfIdentity", "YX26-0117-C");
        assertThat(clauses(label.put("scannedCheckCharacter", "J"))).contains("CA-10.6b");
        assertThat(clauses(label.put("scannedCheckCharacter", "L"))).doesNotContain("CA-10.6b");
    }

    /** Of the rules that stand against the label, were it checked now. */
    private java.util.Set<String> clauses(ObjectNode label) {
        ObjectNode asked = JSON.createObjectNode();
        asked.set("act", label);
        asked.putArray("signatures").addObject().put("person", "nurse.tang");
        Rest.Answer answer = as("nurse.zhang").post("/api/acts/donor.label-collection?dryRun=true", asked);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .at("/verdict/findings")
                .valueStream()
                .filter(f -> !f.at("/result").asString().equals("holds"))
                .map(f -> f.at("/clause").asString())
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void tooMuchIsRefusedQuicklyAndWithoutBeingHeldInMemory() {
        byte[] body = JSON.writeValueAsBytes(Lots.received().put("useJustification", "x".repeat(TEN_MB)));
        Instant start = Instant.now();
        for (int i = 0; i < 5; i++) {
            isProblem(as("warehouse.he").post(RECEIVE, body, "application/json"), 413, "too-large");
            Rest.Answer chunked = Rest.send(as("warehouse.he")
                    .request(RECEIVE)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
            isProblem(chunked, 413, "too-large");
            isProblem(Rest.of(server()).post(RECEIVE, body, "application/json"), 413, "too-large");
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
        fault(Lots.received().put("useJustification", "x".repeat(1_001)), "useJustification", "long", "1,000");
        Rest.Answer three =
                as("warehouse.he").post(RECEIVE, Lots.received().put("useJustification", "x".repeat(3 << 20)));
        isProblem(three, 422, "invalid-act");
        ObjectNode many = Lots.received();
        for (int i = 0; i < 200_000; i++) {
            many.withArray("origin").add(7);
        }
        Rest.Answer counted = as("warehouse.he").post(RECEIVE, many);
        assertThat(counted.status()).isEqualTo(422);
        assertThat(counted.json().at("/errors").size()).isLessThanOrEqualTo(100);
    }

    /** Somebody who says that much comes and sends little, or breaks off, holds nothing up. */
    @Test
    void aBodyThatBreaksOffDoesNoHarm() throws IOException {
        for (String head : List.of(
                "Content-Length: 1000\r\n\r\n{\"act\":",
                "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"act",
                "Content-Length: -5\r\n\r\n{}",
                "Content-Length: 99999999999999999999\r\n\r\n{}",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}")) {
            try (Socket socket = new Socket(server().getHost(), server().getPort())) {
                socket.setSoTimeout(5_000);
                OutputStream out = socket.getOutputStream();
                out.write(("POST " + RECEIVE + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                + "Authorization: " + as("warehouse.he").authorization() + "\r\n" + head)
                        .getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                socket.shutdownOutput();
                try (InputStream in = socket.getInputStream()) {
                    String answer = new String(in.readNBytes(4_096), StandardCharsets.UTF_8);
                    assertThat(answer).doesNotContain("201", "Exception", " 500 ");
                }
            }
        }
    }

    @Test
    void oddPathsAreRefusedInWords() {
        for (String path : List.of("/api//acts", "/api/acts;x=1", "/api/subjects/unit:%0aSet-Cookie:x")) {
            Rest.Answer answer = as("warehouse.he").get(path);
            assertThat(answer.status()).as(path).isBetween(400, 499);
            assertThat(answer.type()).as(path).startsWith("application/problem+json");
            assertThat(answer.body()).doesNotContain("Exception", "<html");
        }
        for (String path :
                List.of("/api/subjects/unit:a%00b", "/api/subjects/..%2f..%2fetc", "/api/ledger/entries/%FF")) {
            Rest.Answer answer = as("warehouse.he").get(path); // goes no further than the web server
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("Exception", "Tomcat");
        }
        for (String path : List.of(
                "/api/subjects/noColon",
                "/api/subjects/:",
                "/api/subjects/unit:a b".replace(" ", "%20"),
                "/api/subjects/" + named("bag") + "?asOf=never",
                "/api/lineage/" + named("bag") + "?direction=sideways",
                "/api/guidelines/status",
                "/api/guidelines/status?subject=x",
                "/api/ledger/consistency",
                "/api/ledger/consistency?from=0&to=5",
                "/api/ledger/consistency?from=9&to=5",
                "/api/ledger/consistency?from=1&to=999999999",
                "/api/ledger/consistency?from=a&to=b")) {
            isProblem(as("warehouse.he").get(path), 422, "invalid-act");
        }
    }
}
