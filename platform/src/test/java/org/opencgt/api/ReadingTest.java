package org.opencgt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.DemoServer;
import org.opencgt.ledger.Hash;
import org.opencgt.pipeline.Proofs;
import org.opencgt.scenario.ScenarioRun;
import tools.jackson.databind.JsonNode;

/** What can be read over REST after the demonstration. */
class ReadingTest extends DemoServer {

    private JsonNode get(String path) {
        Rest.Answer answer = Rest.of(server()).as("quality.zhao", PASSWORD).get(path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> texts(JsonNode array, String pointer) {
        return array.valueStream().map(e -> e.at(pointer).asString()).toList();
    }

    @Test
    void theVocabularyWithASchemaForEachAct() {
        JsonNode acts = get("/api/acts");
        assertThat(acts.size()).isGreaterThan(100);
        assertThat(texts(acts, "/type")).contains("clinic.thaw", "quality.release-batch", "records.correct");
        assertThat(texts(acts, "/title"))
                .allSatisfy(t -> assertThat(t).isNotBlank().doesNotStartWith("["));
        JsonNode verify = get("/api/acts/clinic.verify");
        assertThat(verify.at("/$schema").asString()).contains("2020-12");
        assertThat(texts(verify.at("/x-signed"), "")).containsExactly("performed", "verified");
        assertThat(verify.at("/properties/unit/x-kind").asString()).isEqualTo("unit");
        assertThat(verify.at("/additionalProperties").booleanValue()).isFalse();
    }

    @Test
    void aSubjectWithItsHistory() {
        JsonNode bag = get("/api/subjects/" + named("bag"));
        assertThat(bag.at("/ref").asString()).isEqualTo(named("bag").toString());
        assertThat(bag.at("/state/status").asString()).isEqualTo("infused");
        JsonNode history = get("/api/subjects/" + named("bag") + "/history");
        assertThat(history.size()).isEqualTo(bag.at("/version").asInt());
        assertThat(texts(history, "/type"))
                .containsSubsequence(
                        "manufacturing.fill",
                        "quality.release-batch",
                        "clinic.receive",
                        "clinic.thaw",
                        "clinic.start-infusion");
        assertThat(history.get(0).at("/verdict/outcome").asString()).startsWith("accepted");
        assertThat(history.get(0).at("/signatures").size()).isEqualTo(2);
    }

    @Test
    void aSubjectAsOfAPastTime() {
        JsonNode history = get("/api/subjects/" + named("bag") + "/history");
        for (int i : new int[] {0, history.size() / 2, history.size() - 1}) {
            String recorded = history.get(i).at("/recordedAt").asString();
            JsonNode then = get("/api/subjects/" + named("bag") + "?asOf=" + recorded);
            assertThat(then.at("/version").asInt()).isGreaterThanOrEqualTo(i + 1);
        }
        JsonNode first = get("/api/subjects/" + named("bag") + "?asOf="
                + history.get(0).at("/recordedAt").asString());
        assertThat(first.at("/state/status").asString()).isEqualTo("filled");
        assertThat(Rest.of(server())
                        .as("quality.zhao", PASSWORD)
                        .get("/api/subjects/" + named("bag") + "?asOf=2020-01-01T00:00:00Z")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void personalDataAreTokens() {
        for (String subject : List.of("donor", "recipient")) {
            assertThat(get("/api/subjects/" + named(subject)).at("/state/name").asString())
                    .startsWith("vault:");
            assertThat(get("/api/subjects/" + named(subject) + "/history").toString())
                    .doesNotContain("Gu Yuchen");
        }
    }

    @Test
    void lineageUpDownAndBoth() {
        String bag = named("bag").toString();
        assertThat(nodes("/api/lineage/" + bag + "?direction=up"))
                .contains(
                        named("donor").toString(),
                        named("collection").toString(),
                        named("batch").toString(),
                        named("lot-vector").toString())
                .doesNotContain(named("recipient").toString());
        assertThat(nodes("/api/lineage/" + bag + "?direction=down"))
                .contains(named("recipient").toString())
                .doesNotContain(named("donor").toString());
        assertThat(nodes("/api/lineage/" + bag))
                .contains(named("recipient").toString(), named("donor").toString())
                .isEqualTo(nodes("/api/lineage/" + bag + "?direction=both"));
        assertThat(nodes("/api/lineage/" + named("donor") + "?direction=down"))
                .contains(bag, named("recipient").toString());
        assertThat(get("/api/lineage/" + bag).at("/edges").size()).isGreaterThan(5);
    }

    private java.util.Set<String> nodes(String path) {
        return get(path)
                .at("/nodes")
                .valueStream()
                .map(n -> n.isString() ? n.stringValue() : n.at("/ref").asString())
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void aRecallReachesEveryDoseAndRecipient() {
        JsonNode recall = get("/api/recall/" + named("lot-vector"));
        assertThat(recall.at("/complete").booleanValue()).isTrue();
        assertThat(texts(recall.at("/doses"), "/unit"))
                .contains(named("bag").toString(), named("reserve-bag").toString());
        assertThat(texts(recall.at("/recipients"), ""))
                .containsExactly(named("recipient").toString());
    }

    @Test
    void obligationsWithTheirStanding() {
        JsonNode due = get("/api/subjects/" + named("order") + "/obligations");
        assertThat(due.size()).isGreaterThan(3);
        assertThat(texts(due, "/standing")).allSatisfy(s -> assertThat(s).matches("[a-z_]+"));
        assertThat(texts(due, "/clause")).allSatisfy(c -> assertThat(c).contains("-"));
    }

    @Test
    void guidelinesClausesAndStatus() {
        JsonNode packs = get("/api/guidelines");
        assertThat(packs.valueStream().mapToInt(p -> p.at("/clauses").size()).sum())
                .isGreaterThanOrEqualTo(1_213);
        JsonNode clause = get("/api/guidelines/CA-10.2a");
        assertThat(clause.at("/clause/title").asString()).isEqualTo("Records accurate and clear");
        assertThat(clause.at("/rules").size()).isEqualTo(1);
        JsonNode status = get("/api/guidelines/status?subject=" + named("batch"));
        assertThat(status.size()).isGreaterThanOrEqualTo(1_213);
        assertThat(texts(status, "/status")).contains("held", "never_asked", "not_served");
        assertThat(status.valueStream().filter(c -> c.at("/status").asString().equals("held")))
                .hasSizeGreaterThan(50)
                .allSatisfy(c -> assertThat(c.at("/entry").asString()).isNotBlank());
    }

    @Test
    void entriesWithProofsUnderASignedCheckpoint() {
        JsonNode checkpoint = get("/api/ledger/checkpoint");
        String[] lines = checkpoint.at("/checkpoint").asString().split("\n");
        assertThat(Long.parseLong(lines[1])).isEqualTo(ledger.size());
        assertThat(checkpoint.at("/verifierKey").asString()).contains("+");
        String id = get("/api/subjects/" + named("bag") + "/history")
                .get(0)
                .at("/id")
                .asString();
        JsonNode entry = get("/api/ledger/entries/" + id);
        JsonNode proof = get("/api/ledger/entries/" + id + "/proof");
        assertThat(proof.at("/header").asString()).isEqualTo(entry.at("/header").asString());
        assertThat(Hash.sha256(proof.at("/content").asString()).hex())
                .isEqualTo(JSON.readTree(proof.at("/header").asString())
                        .at("/content")
                        .asString());
        assertThat(proof.at("/proof").asString())
                .startsWith("c2sp.org/tlog-proof@v1")
                .contains(lines[0]);
        JsonNode consistency = get("/api/ledger/consistency?from=100&to=" + ledger.size());
        assertThat(consistency.at("/path").size()).isPositive();
        assertThat(texts(consistency.at("/path"), ""))
                .allSatisfy(h -> assertThat(h).matches("[0-9a-f]{64}"));
        assertThat(get("/api/ledger/consistency?from=5&to=5").at("/path").size())
                .isZero();
    }

    private static final tools.jackson.databind.json.JsonMapper JSON = tools.jackson.databind.json.JsonMapper.shared();

    @Test
    void theProofOfASubjectIsCheckedWithoutADatabase(@TempDir Path folder) throws IOException {
        Rest.Answer export =
                Rest.of(server()).as("quality.zhao", PASSWORD).get("/api/subjects/" + named("bag") + "/proof");
        Path file = Files.writeString(folder.resolve("proof.jsonl"), export.body(), StandardCharsets.UTF_8);
        assertThat(Proofs.check(file, null).faults()).isEmpty();
        Files.writeString(file, export.body().replace("infused", "INFUSED"), StandardCharsets.UTF_8);
        Files.writeString(file, export.body().replaceFirst("PT30M|LJ-2026|YX26", "XX00"), StandardCharsets.UTF_8);
        assertThat(Proofs.check(file, null).faults()).isNotEmpty();
    }

    @Test
    void refusedAttemptsAreInTheLedgerToo() {
        ScenarioRun.Told refused = demonstration().told().stream()
                .filter(t -> !t.played().violated().isEmpty())
                .findFirst()
                .orElseThrow();
        String id = refused.played().answer().at("/entry").asString();
        JsonNode entry = get("/api/ledger/entries/" + id);
        assertThat(entry.at("/type").asString()).isEqualTo("gate.refusal");
        assertThat(entry.at("/content/refused/type").asString())
                .isEqualTo(refused.step().perform());
    }
}
