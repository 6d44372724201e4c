package org.opencgt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opencgt.DemoServer;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.gate.Finding;
import org.opencgt.ledger.Entry;
import org.opencgt.subject.Donor;
import org.opencgt.subject.MaterialLot;
import org.opencgt.subject.Site;
import org.opencgt.vault.Disclosure;
import org.opencgt.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Corrections: both entries stay, the states follow, and nobody corrects what they could not have done. */
class CorrectionTest extends DemoServer {

    private static final String REASON = "Quantity read from the wrong label";

    @Autowired
    private SubjectReading subjects;

    @Autowired
    private Vault vault;

    @Autowired
    private Rebuild rebuild;

    private Outcome perform(String type, JsonNode act, String... by) {
        return pipeline.perform(
                Request.of(type, act, List.of(by).stream().map(this::signer).toList()));
    }

    private Entry accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).entry();
    }

    private static JsonNode correction(String entry, JsonNode replacement) {
        return Json.MAPPER
                .createObjectNode()
                .put("entry", entry)
                .put("reason", REASON)
                .put("replacement", replacement.toString());
    }

    private Ref<MaterialLot> lotOf(Entry entry) {
        return Ref.parse(entry.head().subjects().getFirst().ref());
    }

    private MaterialLot lot(Optional<SubjectReading.Standing> standing) {
        return (MaterialLot) standing.orElseThrow().state();
    }

    @Test
    void bothStayVisibleAndTheStateIsFoldedAnew() {
        ObjectNode received = Lots.received();
        Entry first = accepted(perform("material.receive-lot", received, "warehouse.he"));
        Ref<MaterialLot> lot = lotOf(first);
        accepted(perform("material.test-lot", Lots.tested(lot.toString()), "qc.sun"));
        accepted(perform("material.release-lot", Lots.release(lot.toString()), "quality.zhao"));
        ObjectNode right = received.deepCopy().put("lot", lot.toString()).put("quantity", 7);

        Entry correction =
                accepted(perform("records.correct", correction(first.id(), right), "warehouse.he", "quality.zhao"));

        assertThat(lot(subjects.now(lot)).quantity()).isEqualByComparingTo("7");
        assertThat(lot(subjects.now(lot)).status())
                .as("what came after the corrected entry still counts")
                .isEqualTo(MaterialLot.Status.RELEASED);
        assertThat(subjects.now(lot).orElseThrow().version()).isEqualTo(4);
        List<SubjectReading.Done> history = subjects.history(lot);
        assertThat(history)
                .extracting(d -> d.type().name())
                .containsExactly(
                        "material.receive-lot", "material.test-lot", "material.release-lot", "records.correct");
        assertThat(history.getFirst().correctedBy()).isEqualTo(correction.id());
        assertThat(history.getFirst().act()).hasFieldOrPropertyWithValue("quantity", new java.math.BigDecimal("10"));
        assertThat(history.getFirst().corrected())
                .hasFieldOrPropertyWithValue("quantity", new java.math.BigDecimal("7"));
        assertThat(ledger.entry(first.id())).as("the entry itself is as it was").contains(first);
        assertThat(rebuild.compare().differences()).isEmpty();

        Entry again = accepted(perform(
                "records.correct",
                correction(first.id(), right.deepCopy().put("quantity", 8)),
                "warehouse.he",
                "quality.zhao"));
        assertThat(lot(subjects.now(lot)).quantity())
                .as("the last correction counts")
                .isEqualByComparingTo("8");
        assertThat(subjects.history(lot).getFirst().correctedBy()).isEqualTo(again.id());
    }

    @Test
    void aPastTimeShowsWhatWasKnownThen() {
        ObjectNode received = Lots.received();
        Entry first = accepted(perform("material.receive-lot", received, "warehouse.he"));
        Ref<MaterialLot> lot = lotOf(first);
        accepted(perform("material.test-lot", Lots.tested(lot.toString()), "qc.sun"));
        Entry released = accepted(perform("material.release-lot", Lots.release(lot.toString()), "quality.zhao"));
        Entry corrected = accepted(perform(
                "records.correct",
                correction(
                        first.id(),
                        received.deepCopy().put("lot", lot.toString()).put("quantity", 7)),
                "warehouse.he",
                "quality.zhao"));
        assertThat(subjects.asOf(lot, first.recordedAt().minusMillis(1))).isEmpty();
        assertThat(lot(subjects.asOf(lot, first.recordedAt())).status()).isEqualTo(MaterialLot.Status.QUARANTINE);
        SubjectReading.Standing then = subjects.asOf(lot, released.recordedAt()).orElseThrow();
        assertThat(then.version()).isEqualTo(3);
        assertThat(((MaterialLot) then.state()).status()).isEqualTo(MaterialLot.Status.RELEASED);
        assertThat(((MaterialLot) then.state()).quantity())
                .as("the mistake was not known yet")
                .isEqualByComparingTo("10");
        assertThat(lot(subjects.asOf(lot, corrected.recordedAt())).quantity()).isEqualByComparingTo("7");
        assertThat(subjects.asOf(lot, Instant.now())).isEqualTo(subjects.now(lot));
    }

    @Test
    void onlyThoseWhoCouldHaveDoneItCorrectAndReview() {
        ObjectNode received = Lots.received();
        Entry first = accepted(perform("material.receive-lot", received, "warehouse.he"));
        JsonNode correction = correction(
                first.id(), received.deepCopy().put("lot", lotOf(first).toString()));
        for (String[] by : new String[][] {{"nurse.tang", "quality.zhao"}, {"warehouse.he", "nurse.tang"}}) {
            assertThatExceptionOfType(NotAuthorised.class)
                    .isThrownBy(() -> perform("records.correct", correction, by))
                    .satisfies(e -> assertThat(e.fault().code()).isEqualTo("role"));
        }
        Outcome alone = perform("records.correct", correction, "warehouse.he", "warehouse.he");
        assertThat(alone).isInstanceOf(Outcome.Blocked.class);
        assertThat(((Outcome.Blocked) alone).verdict().obstacles())
                .extracting(Finding::clause)
                .contains("OC-M13");
        assertThatExceptionOfType(NotAuthorised.class)
                .isThrownBy(() -> pipeline.perform(new Request(
                        "records.correct",
                        correction,
                        null,
                        null,
                        List.of(signer("warehouse.he"), signer("quality.zhao")),
                        Map.of(),
                        null,
                        Ref.<Site>parse("site:linjiang"))))
                .satisfies(e -> assertThat(e.fault().code()).isEqualTo("other-site"));
        assertThat(subjects.now(lotOf(first)).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void whatIsNoCorrectionIsRefusedAtItsField() {
        ObjectNode received = Lots.received();
        Entry first = accepted(perform("material.receive-lot", received, "warehouse.he"));
        ObjectNode same = received.deepCopy().put("lot", lotOf(first).toString());
        Entry correction =
                accepted(perform("records.correct", correction(first.id(), same), "warehouse.he", "quality.zhao"));
        Entry refusal = ((Outcome.Blocked) perform(
                        "material.release-lot", Lots.release(named("lot-vector").toString()), "quality.zhao"))
                .refusal();
        Map<JsonNode, String> wrong = Map.of(
                correction("no-entry", same), "entry no-such-entry",
                correction(correction.id(), same), "entry correct-the-original",
                correction(refusal.id(), same), "entry nothing-to-correct",
                correction(first.id(), same.deepCopy().put("lot", "material-lot:other")), "replacement other-subjects",
                correction(first.id(), same.deepCopy().put("quantity", "many")), "replacement.quantity number",
                correction(first.id(), Json.MAPPER.createArrayNode()), "replacement object");
        wrong.forEach((act, fault) -> assertThatExceptionOfType(InvalidAct.class)
                .as(fault)
                .isThrownBy(() -> perform("records.correct", act, "warehouse.he", "quality.zhao"))
                .satisfies(e -> assertThat(e.faults())
                        .extracting(f -> f.path() + " " + f.code())
                        .contains(fault)));
        ObjectNode broken = (ObjectNode) correction(first.id(), same);
        broken.put("replacement", "{not json");
        assertThatExceptionOfType(InvalidAct.class)
                .isThrownBy(() -> perform("records.correct", broken, "warehouse.he", "quality.zhao"))
                .satisfies(e -> assertThat(e.faults().getFirst().code()).isEqualTo("json"));
    }

    @Test
    void aCorrectedNameGoesIntoTheVaultLikeTheFirst() {
        ObjectNode register = Json.MAPPER
                .createObjectNode()
                .put("name", "Misspelt Invented")
                .put("sex", "male")
                .put("birthYear", 1980)
                .put("autologous", true)
                .put("product", "product:YX-CART19")
                .put("site", "site:linjiang");
        Entry first = accepted(perform("donor.register", register, "doctor.li"));
        Ref<? extends Subject> donor =
                Ref.parse(first.head().subjects().getFirst().ref());
        String name = "Rightly Spelt Invented";
        ObjectNode right = register.deepCopy().put("donor", donor.toString()).put("name", name);
        Entry correction =
                accepted(perform("records.correct", correction(first.id(), right), "doctor.li", "doctor.qin"));
        assertThat(correction.content()).doesNotContain(name).contains("vault:");
        Personal token = ((Donor) subjects.now(donor).orElseThrow().state()).name();
        assertThat(vault.reveal(token, new Disclosure("person:doctor.li", "test")))
                .contains(name);
    }
}
