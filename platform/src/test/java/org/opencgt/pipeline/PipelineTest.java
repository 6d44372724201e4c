package org.opencgt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.DemoServer;
import org.opencgt.access.Signer;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Meaning;
import org.opencgt.act.Ref;
import org.opencgt.gate.Finding;
import org.opencgt.gate.Verdict;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.LedgerException;
import org.opencgt.ledger.Link;
import org.opencgt.subject.MaterialLot;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the one path of an act promises, one act at a time. */
class PipelineTest extends DemoServer {

    private static final String REASON = "Entered after the shift";

    @Autowired
    private SubjectReading subjects;

    @Autowired
    private JdbcClient jdbc;

    private Outcome perform(String type, JsonNode act, String... by) {
        return pipeline.perform(Request.of(type, act, signers(by)));
    }

    private Outcome perform(String type, JsonNode act, Map<String, String> justifications, @Nullable String key) {
        return pipeline.perform(new Request(type, act, null, null, signers("quality.zhao"), justifications, key, null));
    }

    private List<Signer> signers(String... logins) {
        return List.of(logins).stream().map(this::signer).toList();
    }

    private Ref<MaterialLot> lot(ObjectNode received) {
        Outcome.Accepted accepted = accepted(perform("material.receive-lot", received, "warehouse.he"));
        Ref<MaterialLot> lot = Ref.parse(accepted.made().getFirst().toString());
        accepted(perform("material.test-lot", Lots.tested(lot.toString()), "qc.sun"));
        return lot;
    }

    private MaterialLot state(Ref<MaterialLot> lot) {
        return (MaterialLot) subjects.now(lot).orElseThrow().state();
    }

    private static Outcome.Accepted accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return (Outcome.Accepted) outcome;
    }

    private static Outcome.Blocked blocked(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Blocked.class);
        return (Outcome.Blocked) outcome;
    }

    private static List<String> clauses(Outcome.Blocked blocked) {
        return blocked.verdict().obstacles().stream().map(Finding::clause).toList();
    }

    @Test
    void anAcceptedActStandsInTheLedgerSignedAndJudged() {
        Ref<MaterialLot> lot = lot(Lots.received());
        Outcome.Accepted released =
                accepted(perform("material.release-lot", Lots.release(lot.toString()), "quality.zhao"));
        Entry entry = ledger.entry(released.entry().id()).orElseThrow();
        assertThat(entry).isEqualTo(released.entry());
        assertThat(entry.type()).isEqualTo("material.release-lot");
        assertThat(entry.performer()).isEqualTo("person:quality.zhao");
        assertThat(entry.head().subjects())
                .extracting(Link::ref, Link::version)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(lot.toString(), 3L));
        assertThat(Signing.parse(Json.MAPPER.readTree(entry.head().signatures())))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.person()).isEqualTo("person:quality.zhao");
                    assertThat(s.meaning()).isEqualTo(Meaning.RELEASED);
                });
        assertThat(PersonSignatures.of(jdbc).faults(entry.head(), entry.content()))
                .isEmpty();
        assertThat(Json.MAPPER.readTree(entry.head().verdict()).at("/held").toString())
                .contains("OC-M5", "IC-5.4b");
        assertThat(state(lot).status()).isEqualTo(MaterialLot.Status.RELEASED);
    }

    @Test
    void aBlockedAttemptIsKeptWithItsClausesAndChangesNothing() {
        Ref<MaterialLot> lot = lot(Lots.received().put("arrivalTemperature", 25));
        var before = subjects.now(lot).orElseThrow();
        long size = ledger.size();
        Outcome.Blocked blocked =
                blocked(perform("material.release-lot", Lots.release(lot.toString()), "quality.zhao"));
        assertThat(clauses(blocked)).containsExactly("OC-M5");
        assertThat(blocked.verdict().outcome()).isEqualTo(Verdict.Outcome.BLOCKED);
        assertThat(ledger.size()).isEqualTo(size + 1);
        Entry entry = ledger.entry(blocked.refusal().id()).orElseThrow();
        assertThat(entry.type()).isEqualTo(Pipeline.REFUSAL);
        assertThat(entry.head().subjects()).isEmpty();
        JsonNode finding = Json.MAPPER.readTree(entry.head().verdict()).at("/findings/0");
        assertThat(finding.at("/clause").asString()).isEqualTo("OC-M5");
        assertThat(finding.at("/result").asString()).isEqualTo("fails");
        assertThat(finding.at("/message/zh").asString()).isNotBlank();
        assertThat(Json.MAPPER.readTree(entry.content()).at("/refused/act/lot").asString())
                .isEqualTo(lot.toString());
        assertThat(subjects.now(lot)).contains(before);
        assertThat(subjects.history(lot)).hasSize(2);
        assertThat(subjects.refused(lot, 10))
                .singleElement()
                .satisfies(r -> assertThat(r.type()).isEqualTo("material.release-lot"));
        assertThat(subjects.refusedOf(Ref.parse("person:quality.zhao"), 1))
                .singleElement()
                .satisfies(r -> assertThat(r.entry().id()).isEqualTo(entry.id()));
    }

    @Test
    void anUnknownFactBlocksAndIsNamed() {
        ObjectNode register = Json.MAPPER
                .createObjectNode()
                .put("name", "Nobody (invented)")
                .put("sex", "female")
                .put("birthYear", 1980)
                .put("autologous", true)
                .put("product", "product:YX-CART19")
                .put("site", "site:linjiang");
        Ref<?> donor = accepted(perform("donor.register", register, "doctor.li"))
                .made()
                .getFirst();
        ObjectNode decide = Json.MAPPER
                .createObjectNode()
                .put("donor", donor.toString())
                .put("decision", "eligible")
                .put("reason", "Nothing was tested")
                .put("criteriaVersion", "1");
        Outcome.Blocked blocked = blocked(perform("donor.decide-eligibility", decide, "doctor.li"));
        assertThat(blocked.verdict().obstacles())
                .filteredOn(f -> f.clause().equals("OC-M2"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.result()).isEqualTo(Finding.Result.UNKNOWN);
                    assertThat(f.missing()).contains("donor.screening.results");
                });
        assertThat(Json.MAPPER
                        .readTree(blocked.refusal().head().verdict())
                        .at("/findings")
                        .toString())
                .contains("\"unknown\"", "donor.screening");
    }

    @Test
    void aRecommendationIsLiftedOnlyByItsOwnRecordedReason() {
        Ref<MaterialLot> lot = lot(Lots.received().put("approvedForUse", false));
        JsonNode release = Lots.release(lot.toString());
        for (Map<String, String> reasons : List.of(
                Map.<String, String>of(), Map.of("IC-5.4c", "   "), Map.of("IC-5.4f", "A reason for another clause"))) {
            Outcome.Blocked blocked = blocked(perform("material.release-lot", release, reasons, null));
            assertThat(blocked.verdict().outcome()).isEqualTo(Verdict.Outcome.NEEDS_JUSTIFICATION);
            assertThat(clauses(blocked)).containsExactly("IC-5.4c");
        }
        Outcome.Accepted lifted = accepted(
                perform("material.release-lot", release, Map.of("IC-5.4c", "No approved medium exists"), null));
        assertThat(lifted.verdict().outcome()).isEqualTo(Verdict.Outcome.ACCEPTED_WITH_JUSTIFICATION);
        Entry entry = ledger.entry(lifted.entry().id()).orElseThrow();
        assertThat(Json.MAPPER.readTree(entry.head().verdict()).at("/findings/0"))
                .isEqualTo(Json.MAPPER
                        .readTree(
                                Json.MAPPER.writeValueAsString(lifted.verdict().json()))
                        .at("/findings/0"));
        assertThat(entry.head().verdict()).contains("lifted", "No approved medium exists");
        assertThat(Json.MAPPER
                        .readTree(entry.content())
                        .at("/justifications/IC-5.4c")
                        .asString())
                .isEqualTo("No approved medium exists");
    }

    @Test
    void noReasonLiftsADuty() {
        Ref<MaterialLot> lot = lot(Lots.received().put("intact", false));
        Outcome.Blocked blocked = blocked(
                perform("material.release-lot", Lots.release(lot.toString()), Map.of("OC-M5", "It looked fine"), null));
        assertThat(clauses(blocked)).containsExactly("OC-M5");
        assertThat(blocked.verdict().outcome()).isEqualTo(Verdict.Outcome.BLOCKED);
    }

    @Test
    void askingPerformsNothing() {
        long size = ledger.size();
        long vault = count("vault");
        long numbers = numbersIssued();
        Outcome.Checked checked = pipeline.check(
                Request.of("material.receive-lot", Lots.received(), List.of()),
                List.of(Ref.parse("person:warehouse.he")));
        assertThat(checked.verdict().accepted()).isTrue();
        assertThat(checked.made()).extracting(Ref::toString).containsExactly("material-lot:new");
        ObjectNode register = Json.MAPPER
                .createObjectNode()
                .put("name", "Nobody (invented)")
                .put("sex", "male")
                .put("birthYear", 1980)
                .put("autologous", true)
                .put("product", "product:YX-CART19")
                .put("site", "site:linjiang");
        pipeline.check(Request.of("donor.register", register, List.of()), List.of(Ref.parse("person:doctor.li")));
        Ref<MaterialLot> recalled = named("lot-vector");
        Outcome.Checked refused = pipeline.check(
                Request.of("material.release-lot", Lots.release(recalled.toString()), List.of()),
                List.of(Ref.parse("person:quality.zhao")));
        assertThat(refused.verdict().accepted()).isFalse();
        assertThat(ledger.size()).isEqualTo(size);
        assertThat(count("vault")).isEqualTo(vault);
        assertThat(numbersIssued()).isEqualTo(numbers);
    }

    private static long numbersIssued() {
        return JdbcClient.create(testDatabase().owner())
                .sql("select sum(last_value) from pg_sequences where sequencename like 'identifier_%'")
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Test
    void aRepeatedRequestGetsItsFirstAnswerAndPerformsNothing() {
        Ref<MaterialLot> lot = lot(Lots.received());
        JsonNode release = Lots.release(lot.toString());
        Entry first = accepted(perform("material.release-lot", release, Map.of(), lot.id()))
                .entry();
        long size = ledger.size();
        Outcome again = perform("material.release-lot", release, Map.of(), lot.id());
        assertThat(again)
                .asInstanceOf(type(Outcome.Repeated.class))
                .satisfies(r ->
                        assertThat(r.answer().at("/body/entry/id").asString()).isEqualTo(first.id()));
        assertThat(ledger.size()).isEqualTo(size);
        assertThat(blocked(perform("material.release-lot", release, Map.of(), null))
                        .verdict()
                        .accepted())
                .as("without its key the same request is a new one")
                .isFalse();
    }

    @Test
    void aRepeatedRefusalIsTheSameRefusal() {
        Ref<MaterialLot> lot = lot(Lots.received().put("intact", false));
        JsonNode release = Lots.release(lot.toString());
        Entry first = blocked(perform("material.release-lot", release, Map.of(), lot.id()))
                .refusal();
        long size = ledger.size();
        assertThat(perform("material.release-lot", release, Map.of(), lot.id()))
                .asInstanceOf(type(Outcome.Repeated.class))
                .satisfies(r -> {
                    assertThat(r.answer().at("/status").asInt()).isEqualTo(409);
                    assertThat(r.answer().at("/body/entry/id").asString()).isEqualTo(first.id());
                });
        assertThat(ledger.size()).isEqualTo(size);
    }

    @Test
    void aKeyWithAnotherRequestIsAConflict() {
        Ref<MaterialLot> lot = lot(Lots.received());
        accepted(perform("material.release-lot", Lots.release(lot.toString()), Map.of(), lot.id()));
        long size = ledger.size();
        ObjectNode other = (ObjectNode) Lots.release(lot.toString());
        other.put("conclusion", "Something else");
        assertThatExceptionOfType(LedgerException.KeyReused.class)
                .isThrownBy(() -> perform("material.release-lot", other, Map.of(), lot.id()));
        assertThatExceptionOfType(LedgerException.KeyReused.class)
                .isThrownBy(() -> perform(
                        "material.release-lot",
                        Lots.release(lot.toString()),
                        Map.of("IC-5.4c", "Another reason"),
                        lot.id()));
        assertThat(ledger.size()).isEqualTo(size);
        assertThat(pipeline.perform(new Request(
                        "material.receive-lot",
                        Lots.received(),
                        null,
                        null,
                        signers("warehouse.he"),
                        Map.of(),
                        lot.id(),
                        null)))
                .as("keys of different callers never meet")
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aKeyIsOfVisibleCharacters() {
        for (String key : List.of("", "a b", "x".repeat(201), "键")) {
            assertThatExceptionOfType(InvalidAct.class)
                    .isThrownBy(() -> perform("material.release-lot", Lots.release("material-lot:x"), Map.of(), key))
                    .satisfies(e -> assertThat(e.faults()).singleElement().satisfies(f -> {
                        assertThat(f.path()).isEqualTo("Idempotency-Key");
                        assertThat(f.code()).isEqualTo("key-form");
                    }));
        }
    }

    @Test
    void aLateEntryNeedsAReason() {
        Instant yesterday = Instant.now().minus(Duration.ofHours(25));
        assertThatExceptionOfType(InvalidAct.class)
                .isThrownBy(() -> receive(yesterday, null))
                .satisfies(e -> assertThat(e.faults()).singleElement().satisfies(f -> {
                    assertThat(f.path()).isEqualTo("lateReason");
                    assertThat(f.code()).isEqualTo("late");
                }));
        assertThatExceptionOfType(InvalidAct.class).isThrownBy(() -> receive(yesterday, "  "));
        Entry entry = accepted(receive(yesterday, REASON)).entry();
        assertThat(entry.performedAt()).isBefore(entry.recordedAt().minus(Duration.ofHours(24)));
        assertThat(Json.MAPPER.readTree(entry.content()).at("/lateReason").asString())
                .isEqualTo(REASON);
        accepted(receive(Instant.now().minus(Duration.ofHours(23)), null));
    }

    @Test
    void nobodyActsInTheFutureNorInAnotherCentury() {
        assertThatExceptionOfType(InvalidAct.class)
                .isThrownBy(() -> receive(Instant.now().plus(Duration.ofMinutes(10)), null))
                .satisfies(e -> assertThat(e.faults()).singleElement().satisfies(f -> {
                    assertThat(f.path()).isEqualTo("performedAt");
                    assertThat(f.code()).isEqualTo("future");
                }));
        assertThatExceptionOfType(InvalidAct.class)
                .isThrownBy(() -> receive(Instant.parse("1926-03-02T00:00:00Z"), REASON))
                .satisfies(e -> assertThat(e.faults().getFirst().code()).isEqualTo("past"));
    }

    @Test
    void reasonsAreTextThatCanBeKept() {
        for (String reason : List.of("x".repeat(2001), "nul \0 inside", "lone \uD800 surrogate")) {
            assertThatExceptionOfType(InvalidAct.class)
                    .isThrownBy(() -> receive(Instant.now(), reason))
                    .satisfies(e -> assertThat(e.faults().getFirst().path()).isEqualTo("lateReason"));
            assertThatExceptionOfType(InvalidAct.class)
                    .isThrownBy(() -> perform(
                            "material.release-lot",
                            Lots.release(named("lot-vector").toString()),
                            Map.of("IC-5.4c", reason),
                            null))
                    .satisfies(e -> assertThat(e.faults().getFirst().path()).isEqualTo("justifications.IC-5.4c"));
        }
        assertThatExceptionOfType(InvalidAct.class)
                .isThrownBy(() -> perform(
                        "material.release-lot",
                        Lots.release(named("lot-vector").toString()),
                        Map.of("drop table entry", "reason"),
                        null));
    }

    @Test
    void aSubjectIsNamedOnce() {
        ObjectNode release = Json.MAPPER
                .createObjectNode()
                .put("batch", named("batch").toString())
                .put("certificate", "COA-1")
                .put("conclusion", "Conforms");
        release.putArray("units").add(named("bag").toString()).add(named("bag").toString());
        assertThatExceptionOfType(InvalidAct.class)
                .isThrownBy(() -> perform("quality.release-batch", release, "qp.lin", "quality.qian"))
                .satisfies(e -> assertThat(e.faults()).singleElement().satisfies(f -> {
                    assertThat(f.path()).isEqualTo("units[1]");
                    assertThat(f.code()).isEqualTo("twice");
                }));
    }

    private Outcome receive(Instant performedAt, @Nullable String lateReason) {
        return pipeline.perform(new Request(
                "material.receive-lot",
                Lots.received(),
                performedAt,
                lateReason,
                signers("warehouse.he"),
                Map.of(),
                null,
                null));
    }
}
