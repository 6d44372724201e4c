package org.opencgt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencgt.DemoServer;

/** The analyses of the command line over REST: right answers, clear refusals, limits, and no way to a file of the server. */
class AnalysesTest extends DemoServer {

    private static final String SAMPLES = "subject,time,value\nP1,1,10\nP1,7,900\nP1,14,300\nP1,28,30\n";
    private static final String BOIN_TABLE = "{\"design\":\"boin\",\"target\":0.3,\"cohort\":3,\"maxN\":30}";

    private Rest rest() {
        return Rest.of(server()).as("nurse.tang", PASSWORD);
    }

    private Rest.Answer post(String path, String body, String accept) {
        return Rest.send(rest().request(path)
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String json(String text) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
    }

    @Test
    void whatThereIsAndWhatItTakes() {
        Rest.Answer list = rest().get("/api/analyses");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json()
                        .valueStream()
                        .map(v ->
                                v.path("area").asString() + " " + v.path("verb").asString()))
                .contains("dose table", "dose simulate", "ck nca", "cells dose", "stability mkt");
        Rest.Answer schema = rest().get("/api/analyses/dose/table");
        assertThat(schema.at("/properties/maxN/type")).isEqualTo("integer");
        assertThat(schema.at("/required/0")).isEqualTo("design");
        assertThat(schema.body()).doesNotContain("\"out\"", "\"report\"", "\"threads\"");
        assertThat(rest().in("zh-CN").get("/api/analyses/dose/table").at("/description"))
                .matches(".*\\p{IsHan}.*");
        assertThat(rest().get("/api/analyses/dose/nothing").status()).isEqualTo(404);
    }

    @Test
    void onlyWhoIsSignedIn() {
        assertThat(Rest.of(server()).get("/api/analyses").status()).isEqualTo(401);
        assertThat(Rest.of(server())
                        .post("/api/analyses/dose/table", BOIN_TABLE)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aDecisionTable() {
        Rest.Answer table = rest().post("/api/analyses/dose/table", BOIN_TABLE);
        assertThat(table.status()).as(table.body()).isEqualTo(200);
        // Liu and Yuan 2015: with three patients escalate at 0, de-escalate at 2, eliminate at 3
        assertThat(table.at("/boundaries/0/escalateIfDltAtMost")).isEqualTo("0");
        assertThat(table.at("/boundaries/0/deescalateIfDltAtLeast")).isEqualTo("2");
        assertThat(table.at("/boundaries/0/eliminateIfDltAtLeast")).isEqualTo("3");
        assertThat(rest().post("/api/analyses/dose/table", "{\"--design\":\"boin\",\"--max-n\":30}")
                        .body())
                .isEqualTo(table.body());
    }

    @Test
    void aFileAsTextOrAsAFile() {
        String body = "{\"input\":" + json(SAMPLES) + ",\"auc\":[\"0:28\"],\"startValue\":\"zero\"}";
        Rest.Answer answer = post("/api/analyses/ck/nca", body, "application/json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("/0/cmax")).isEqualTo("900.0");
        assertThat(answer.json().get(0).has("auc_0_28")).isTrue();
        Rest.Answer csv = post("/api/analyses/ck/nca", body, "text/csv");
        assertThat(csv.type()).startsWith("text/csv");
        assertThat(csv.body()).startsWith("subject,").contains("\nP1,");
        Rest.Answer report = post("/api/analyses/ck/nca", body, "text/html");
        assertThat(report.type()).startsWith("text/html");
        assertThat(report.body()).contains("<svg");
        assertThat(post("/api/analyses/ck/nca", body, "image/png").status()).isEqualTo(406);

        String parts = "--b\r\nContent-Disposition: form-data; name=\"input\"; filename=\"../../visit 3.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + SAMPLES + "P1,x,3\n\r\n--b--\r\n";
        Rest.Answer wrong = rest().post(
                        "/api/analyses/ck/nca",
                        parts.getBytes(StandardCharsets.UTF_8),
                        "multipart/form-data; boundary=b");
        assertThat(wrong.status()).as(wrong.body()).isEqualTo(422);
        assertThat(wrong.at("/detail"))
                .startsWith("visit 3.csv")
                .contains("line 6")
                .contains("\"time\"");
        Rest.Answer right = rest().post(
                        "/api/analyses/ck/nca",
                        parts.replace("P1,x,3\n", "").getBytes(StandardCharsets.UTF_8),
                        "multipart/form-data; boundary=b");
        assertThat(right.at("/0/cmax")).isEqualTo("900.0");
    }

    @Test
    void aTableOfTheLedger() {
        String shipment = named("shipment").toString();
        Rest.Answer found = rest().post(
                        "/api/analyses/stability/mkt",
                        "{\"input\": {\"table\": \"shipment-temperatures\", \"subject\": \"" + shipment + "\"}}");
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        assertThat(Double.parseDouble(found.at("/mkt_c"))).isBetween(-200.0, 40.0);
        Rest.Answer none = rest().post(
                        "/api/analyses/stability/mkt",
                        "{\"input\": {\"table\": \"shipment-temperatures\", \"subject\": \"shipment:none\"}}");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body()).contains("the ledger holds no such table");
        Rest.Answer other = rest().post(
                        "/api/analyses/ck/nca",
                        "{\"input\": {\"table\": \"shipment-temperatures\", \"subject\": \"" + shipment + "\"}}");
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void aCriterionThatIsNotMet() {
        Rest.Answer answer = rest().post(
                        "/api/analyses/cells/dose",
                        "{\"viableCells\":1e6,\"transduced\":\"35%\",\"weight\":70,\"targetPerKg\":2e6}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("/unmet/0/message")).isNotBlank();
        assertThat(answer.response().headers().firstValue("Unmet-Criteria")).hasValue("1");
    }

    @Test
    void whatCannotBeAskedIsSaidInTheCallersLanguage() {
        for (String body : List.of(
                "{\"design\":\"bion\"}",
                "{\"design\":\"boin\",\"depth\":3}",
                "{\"design\":\"boin\",\"target\":30}",
                "{\"design\":\"boin\",\"target\":0.3,\"p1\":0.4}",
                "{\"design\":\"boin\",\"maxN\":\"many\"}",
                "{\"design\":\"boin\",\"maxN\":[3,6]}",
                "{\"design\":{\"name\":\"boin\"}}",
                "{\"design\":\"boin\",\"extraSafe\":\"yes\"}",
                "{\"design\":\"custom\",\"table\":7}",
                "{}",
                "[]")) {
            Rest.Answer english = rest().post("/api/analyses/dose/table", body);
            assertThat(english.status()).as(body + english.body()).isEqualTo(422);
            assertThat(english.problem()).isEqualTo("invalid-analysis");
            assertThat(english.at("/detail")).as(body).isNotBlank().doesNotContain("[");
            assertThat(rest().in("zh-CN").post("/api/analyses/dose/table", body).at("/detail"))
                    .as(body)
                    .matches("(?s).*\\p{IsHan}.*");
        }
    }

    @Test
    void noFileOfTheServerIsReadOrWritten() {
        for (String body : List.of(
                "{\"design\":\"boin\",\"out\":\"/tmp/opencgt-out.csv\"}",
                "{\"design\":\"boin\",\"--report\":\"/tmp/opencgt-report.html\"}",
                "{\"design\":\"boin\",\"lang\":\"en\"}",
                "{\"design\":\"boin\",\"threads\":1000}",
                "{\"design\":\"boin\",\"help\":true}")) {
            assertThat(rest().post("/api/analyses/dose/table", body).status())
                    .as(body)
                    .isEqualTo(422);
        }
        assertThat(java.nio.file.Path.of("/tmp/opencgt-out.csv")).doesNotExist();
        assertThat(java.nio.file.Path.of("/tmp/opencgt-report.html")).doesNotExist();
        // the text of a file is never a path
        Rest.Answer path = rest().post("/api/analyses/ck/nca", "{\"input\":\"/etc/passwd\"}");
        assertThat(path.status()).isEqualTo(422);
        assertThat(path.body()).doesNotContain("root:");
        for (String column : List.of("@/etc/passwd", "--input=/etc/passwd", "x\n--out=/tmp/opencgt-out.csv")) {
            Rest.Answer answer = rest().post(
                            "/api/analyses/ck/nca",
                            "{\"input\":" + json(SAMPLES) + ",\"subject\":" + json(column) + "}");
            assertThat(answer.status()).as(column).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("root:");
        }
    }

    @Test
    void limits() {
        String large = "{\"input\":" + json("subject,time,value\n" + "P1,1,10\n".repeat(5 << 20)) + "}";
        Rest.Answer tooLarge = rest().post("/api/analyses/ck/nca", large);
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.at("/detail")).contains("32");
        // what is read may be larger than an act, and is read to its end
        String rows = "subject,time,value\n" + "P1,1,10\n".repeat(700_000) + "P1,1,ten\n";
        Rest.Answer wrong = rest().post("/api/analyses/ck/nca", "{\"input\":" + json(rows) + "}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.at("/detail")).contains("700002");
    }
}
