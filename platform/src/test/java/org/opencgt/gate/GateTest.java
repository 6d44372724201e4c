package org.opencgt.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.example.acts.Examples;
import org.example.acts.Screen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.gate.Finding.Result;
import org.opencgt.gate.Verdict.Outcome;
import org.opencgt.language.Bilingual;
import org.opencgt.subject.Product;
import org.opencgt.subject.Unit;

class GateTest {

    private static final Bilingual TEXT = new Bilingual("a text", "文字");

    private final List<Check> checks = new ArrayList<>();
    private String act = "example.thaw";
    private String attaches = "true";
    private LocalDate effective = LocalDate.of(2026, 1, 1);

    private GateTest rule(String clause, Strength strength, @Nullable String applies, String require) {
        try {
            Environment environment =
                    Examples.LANGUAGE.act(Examples.VOCABULARY.act(act).orElseThrow());
            checks.add(new Check(
                    new PackInForce(
                            clause.substring(0, 2),
                            "1",
                            effective,
                            null,
                            Examples.LANGUAGE.product().condition(attaches)),
                    clause,
                    strength,
                    TEXT,
                    TEXT,
                    applies == null ? null : environment.condition(applies),
                    environment.condition(require)));
            return this;
        } catch (InvalidExpression e) {
            throw new AssertionError(e);
        }
    }

    private Verdict judge(Situation situation) {
        return new Gate(Examples.LANGUAGE, Map.of(act, checks)).evaluate(situation);
    }

    private Verdict judge() {
        return judge(World.thaw());
    }

    private static Situation thaw(Map<Ref<? extends Subject>, Subject> others, Map<String, String> justifications) {
        return World.situation(
                Examples.thaw(),
                Map.of(Examples.UNIT, Examples.unit().withStatus(Unit.Status.THAWED)),
                new World.CountingFacts(others),
                justifications);
    }

    @Test
    void anActWithoutRulesIsAccepted() {
        assertThat(judge()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void everyRuleThatHoldsIsNamed() {
        Verdict verdict = rule("EX-2", Strength.SHALL, null, "act.temperature < 38")
                .rule("EX-1", Strength.SHOULD, null, "act.bags == 1")
                .judge();
        assertThat(verdict.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(verdict.findings()).extracting(Finding::clause).containsExactly("EX-1", "EX-2");
        assertThat(verdict.json().toString())
                .isEqualTo("{\"outcome\":\"accepted\",\"packs\":{\"EX\":\"1\"},\"held\":[\"EX-1\",\"EX-2\"]}");
    }

    @Test
    void aRuleThatDoesNotApplyIsNotNamed() {
        assertThat(rule("EX-1", Strength.SHALL, "unit.product.form == 'fresh'", "false")
                        .judge())
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void shallBlocksWhereItFailsOrIsUnknown() {
        Verdict verdict = rule("EX-1", Strength.SHALL, null, "act.temperature > 38")
                .rule("EX-2", Strength.SHALL, null, "unit.thawing.finished < now")
                .rule("EX-3", Strength.SHALL, "unit.hold.reason == 'x'", "true")
                .rule("EX-4", Strength.SHALL, null, "actor.active")
                .judge();
        assertThat(verdict.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(verdict.accepted()).isFalse();
        assertThat(verdict.obstacles())
                .extracting(Finding::clause, Finding::result, Finding::missing)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("EX-1", Result.FAILS, List.of()),
                        org.assertj.core.groups.Tuple.tuple("EX-2", Result.UNKNOWN, List.of("unit.thawing.finished")),
                        org.assertj.core.groups.Tuple.tuple("EX-3", Result.UNKNOWN, List.of("unit.hold.reason")));
        assertThat(verdict.obstacles()).allSatisfy(f -> assertThat(f.subject()).isEqualTo(Examples.UNIT));
    }

    @Test
    void shouldAsksForAJustificationWhichLiftsIt() {
        rule("EX-1", Strength.SHOULD, null, "act.temperature > 38")
                .rule("EX-2", Strength.SHOULD, null, "unit.hold.since < now");
        assertThat(judge().outcome()).isEqualTo(Outcome.NEEDS_JUSTIFICATION);
        assertThat(judge(thaw(Map.of(), Map.of("EX-1", "the maker agreed", "EX-2", " ")))
                        .outcome())
                .isEqualTo(Outcome.NEEDS_JUSTIFICATION);

        Verdict lifted = judge(thaw(Map.of(), Map.of("EX-1", "the maker agreed", "EX-2", "never on hold")));
        assertThat(lifted.outcome()).isEqualTo(Outcome.ACCEPTED_WITH_JUSTIFICATION);
        assertThat(lifted.accepted()).isTrue();
        assertThat(lifted.findings()).extracting(Finding::result).containsOnly(Result.LIFTED);
        RecordedVerdict recorded = RecordedVerdict.read(lifted.json());
        assertThat(recorded.outcome()).isEqualTo(Outcome.ACCEPTED_WITH_JUSTIFICATION);
        assertThat(recorded.clauses().get("EX-2"))
                .containsExactly(new RecordedVerdict.Entry(Result.LIFTED, List.of("unit.hold.since"), "never on hold"));
    }

    @Test
    void aJustificationDoesNotLiftShall() {
        rule("EX-1", Strength.SHALL, null, "act.temperature > 38");
        assertThat(judge(thaw(Map.of(), Map.of("EX-1", "please"))).outcome()).isEqualTo(Outcome.BLOCKED);
    }

    @Test
    void mayCountsOnlyWhereTheProductAdoptedIt() {
        rule("EX-1", Strength.MAY, null, "act.temperature > 38");
        Verdict verdict = judge();
        assertThat(verdict.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(RecordedVerdict.read(verdict.json()).clauses().get("EX-1"))
                .extracting(RecordedVerdict.Entry::result)
                .containsExactly(Result.NOT_ADOPTED);

        Product adopting = Examples.product().withAdopted(List.of("EX-1"));
        assertThat(judge(thaw(Map.of(Examples.PRODUCT, adopting), Map.of())).outcome())
                .isEqualTo(Outcome.BLOCKED);
    }

    @Test
    void aRuleThatBreaksDownBlocksWhateverItsStrength() {
        rule("EX-1", Strength.SHOULD, null, "act.bags / (act.bags - 1) > 0");
        Verdict verdict = judge(thaw(Map.of(), Map.of("EX-1", "a reason")));
        assertThat(verdict.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(verdict.findings()).singleElement().satisfies(f -> {
            assertThat(f.result()).isEqualTo(Result.ERROR);
            assertThat(f.error()).contains("zero");
        });
        assertThat(verdict.json().at("/findings/0/error").asString()).contains("zero");
    }

    @Test
    void aPackJudgesOnlyTheProductsToWhichItAttaches() {
        attaches = "product.source == 'allogeneic'";
        rule("EX-1", Strength.SHALL, null, "false");
        assertThat(judge()).isEqualTo(Verdict.ACCEPTED);
        Product allogeneic = Examples.product().withSource(Product.CellSource.ALLOGENEIC);
        assertThat(judge(thaw(Map.of(Examples.PRODUCT, allogeneic), Map.of())).outcome())
                .isEqualTo(Outcome.BLOCKED);
    }

    @Test
    void aPackJudgesWhereItsAttachmentCannotBeDecided() {
        attaches = "product.instructions.version == '0'";
        rule("EX-1", Strength.SHALL, null, "false");
        assertThat(judge()).isEqualTo(Verdict.ACCEPTED);
        Product unfinished = Examples.product().withInstructions(null);
        assertThat(judge(thaw(Map.of(Examples.PRODUCT, unfinished), Map.of())).outcome())
                .isEqualTo(Outcome.BLOCKED);
    }

    @Test
    void anActThatLeadsToNoProductIsJudgedByEveryPack() {
        act = "example.screen";
        attaches = "product.source == 'allogeneic'";
        rule("EX-1", Strength.SHALL, null, "!act.reactive");
        Situation screen = World.situation(new Screen(Examples.DONOR, true), Map.of(), Map.of());
        assertThat(judge(screen).outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(judge(screen).findings().getFirst().subject()).isEqualTo(Examples.DONOR);
    }

    @Test
    void aPackDoesNotJudgeWhatWasDoneBeforeItsDay() {
        effective = LocalDate.of(2026, 3, 21);
        rule("EX-1", Strength.SHALL, null, "false");
        assertThat(judge()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aSubjectThatDoesNotExistIsAMissingFact() {
        rule("EX-1", Strength.SHALL, null, "unit.batch.collection.donor.autologous");
        assertThat(judge().findings())
                .singleElement()
                .satisfies(f -> assertThat(f.missing()).containsExactly("unit.batch.collection → collection:K1"));
    }

    @Test
    void theProductIsFoundThroughWhatTheActMakes() {
        act = "example.fill";
        attaches = "product.source == 'allogeneic'";
        rule("EX-1", Strength.SHALL, null, "false");
        assertThat(judge(World.fill())).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void whatDoesNotHoldIsWrittenInFull() {
        rule("EX-1", Strength.SHALL, null, "unit.thawing.finished < now");
        assertThat(judge().json().at("/findings/0").toString())
                .isEqualTo("{\"clause\":\"EX-1\",\"pack\":\"EX\",\"strength\":\"shall\",\"result\":\"unknown\","
                        + "\"missing\":[\"unit.thawing.finished\"],\"title\":{\"en\":\"a text\",\"zh\":\"文字\"},"
                        + "\"message\":{\"en\":\"a text\",\"zh\":\"文字\"},\"subject\":\"unit:U1\"}");
    }
}
