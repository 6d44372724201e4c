package org.opencgt.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.example.acts.Examples;
import org.example.acts.Infuse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Ref;
import org.opencgt.subject.Unit;

class ExpressionTest {

    private static final ActDeclaration THAW =
            Examples.VOCABULARY.act("example.thaw").orElseThrow();

    private static Answer evaluate(String source) {
        return evaluate(source, World.thaw());
    }

    private static Answer evaluate(String source, Situation situation) {
        try {
            return Examples.LANGUAGE
                    .act(situation.declaration())
                    .value(source)
                    .evaluate(new SituationEvaluation(Examples.LANGUAGE.types(), situation));
        } catch (InvalidExpression e) {
            throw new AssertionError(source, e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "act.temperature >= unit.product.instructions.thawMinimum && act.temperature <= 38",
                "act.temperature == 37.0 && act.bags == 1 && act.bags < 1.5",
                "act.unit == unit && act.unit.ref == 'unit:U1'",
                "unit.product.form == 'frozen'",
                "unit.batch.product.specification['viability'].minimum <= unit.batch.releaseTests['viability'].value",
                "unit.batch.releaseTests.all(name, unit.batch.releaseTests[name].controlsPassed)",
                "unit.batch.releaseTests.all(name, result, result.controlsPassed && name != '')",
                "now - act.started == duration('3m') && recorded > now",
                "now + unit.product.instructions.usableAfterThaw > now",
                "now < unit.expires && unit.expires == timestamp('2027-03-10T00:00:00Z')",
                "unit.status == 'accepted' && after.unit.status == 'thawed'",
                "'nurse' in actor.roles && actor.trainings.exists(t, t.topic == 'thaw' && t.validUntil > now)",
                "signers.size() == 1 && signers[0] == actor",
                "!has(unit.thawing) && has(unit.batch) && !has(act.thawer)",
                "unit.recipient == unit.batch.intendedRecipient",
                "unit.recipient.ref == 'recipient:C1' && unit.recipient.donor.ref in ancestors(unit)",
                "obligations(unit).exists(o, o.name == 'warm-up' && o.due > now)",
                "obligations(unit.batch).size() == 0",
                "descendants(unit).size() == 0",
                "math.abs(act.temperature - 37.5) < 1.0",
                "'viability' in unit.batch.releaseTests && !('sterility' in unit.batch.releaseTests)",
                "act.readings.filter(r, has(r.value)).map(r, r.value) == [20.5]",
                "unit.recipient.name == 'vault:1'",
            })
    void holds(String source) {
        assertThat(evaluate(source)).isEqualTo(new Answer.Is(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '"',
            value = {
                "unit.thawing.finished < now ¦ unit.thawing.finished",
                "unit.thawing.device.site.active ¦ unit.thawing.device.site.active",
                "unit.batch.releaseTests['sterility'].controlsPassed ¦ unit.batch.releaseTests[\"sterility\"]",
                "unit.hold.since < now && unit.mixing.mixed < now ¦ unit.hold.since, unit.mixing.mixed",
                "thawer.site.active ¦ thawer.site.active",
                "!has(unit.thawing.finished) ¦ unit.thawing",
                "act.readings.all(r, r.value > 0.0) ¦ act.readings[1].value",
                "!(unit.hold.since < now) ¦ unit.hold.since",
                "unit.hold.since == now ¦ unit.hold.since",
                "size(unit.hold.triggers) == 0 ¦ unit.hold.triggers",
                "(unit.hold.since < now ? 1 : 2) == 1 ¦ unit.hold.since",
                "unit.batch.collection.infectious ¦ unit.batch.collection → collection:K1",
                "has(unit.batch.collection.receipt) ¦ unit.batch.collection → collection:K1",
                "unit.hold.triggers.exists(t, t == 'x') ¦ unit.hold.triggers",
                "unit.hold.reason in ['a', 'b'] ¦ unit.hold.reason",
            })
    void namesMissingFacts(String source, String facts) {
        assertThat(evaluate(source)).isEqualTo(new Answer.Missing(List.of(facts.split(", "))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "false && unit.hold.since < now ¦ false",
                "unit.hold.since < now && false ¦ false",
                "true || unit.hold.since < now ¦ true",
                "unit.hold.since < now || true ¦ true",
                "unit.status == 'accepted' ? true : unit.hold.since < now ¦ true",
                "act.readings.exists(r, r.value > 20.0) ¦ true",
                "act.readings.all(r, r.value > 21.0) ¦ false",
                "act.bags / 0 > 1 && false ¦ false",
            })
    void decidesWithoutTheMissing(String source, boolean value) {
        assertThat(evaluate(source)).isEqualTo(new Answer.Is(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "act.bags / 0 == 1",
                "act.bags + 9223372036854775807 > 0",
                "act.readings[7].value > 1.0",
                "[0,1,2,3,4,5,6,7,8,9].all(a, [0,1,2,3,4,5,6,7,8,9].all(b, [0,1,2,3,4,5,6,7,8,9].all(c,"
                        + " [0,1,2,3,4,5,6,7,8,9].all(d, [0,1,2,3,4,5,6,7,8,9].all(e, a + b + c + d + e >= 0)))))",
                "timestamp('yesterday') < now",
            })
    void breaksDownVisibly(String source) {
        assertThat(evaluate(source)).isInstanceOf(Answer.Broken.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '"',
            value = {
                "unit.thawng.finished < now ¦ undefined field 'thawng'",
                "unti.status == 'x' ¦ undeclared reference to 'unti'",
                "act.temperature == 'warm' ¦ no matching overload",
                "unit.product.form == 'frosen' ¦ none of fresh, frozen",
                "unit.product.form in ['frozen', 'thawed'] ¦ none of fresh, frozen",
                "'nusre' in actor.roles ¦ none of administrator",
                "actor.roles.exists(r, r == 'docter') ¦ none of administrator",
                "act.temperature ¦ gives double, expected bool",
                "ancestors('unit:U1').size() > 0 ¦ is asked about a subject",
                "(act.bags > 0 && true) == true ¦ may not be compared",
                "[act.bags > 0 || true][0] ¦ may not be compared",
                "act.readings.all(r, true) == true ¦ may not be compared",
                "act.bags > ¦ mismatched input",
            })
    void isCheckedWhenCompiled(String source, String message) {
        assertThatThrownBy(() -> Examples.LANGUAGE.act(THAW).condition(source))
                .isInstanceOf(InvalidExpression.class)
                .hasMessageContaining(message);
    }

    @Test
    void problemsSayWhere() {
        assertThatThrownBy(() -> Examples.LANGUAGE.act(THAW).condition("act.bags > 0 &&\n  unit.nothing == 1"))
                .isInstanceOfSatisfying(
                        InvalidExpression.class,
                        e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
                            assertThat(problem.line()).isEqualTo(2);
                            assertThat(problem.column()).isEqualTo(7);
                        }));
    }

    @Test
    void seesWhatTheActMakes() {
        Situation fill = World.fill();
        assertThat(evaluate("units.all(u, u.status == 'filled' && u.batch == batch)", fill))
                .isEqualTo(new Answer.Is(true));
        assertThat(evaluate("after.units.size() == 2 && after.units[0].volume == 50.0", fill))
                .isEqualTo(new Answer.Is(true));
    }

    @Test
    void followsReferencesAfterTheActIntoTheirStateAfterIt() {
        Infuse act = new Infuse(Examples.UNIT, Examples.RECIPIENT, Examples.ORDER, Examples.NOON);
        Situation infuse =
                World.situation(act, Map.of(Examples.UNIT, Examples.unit().withStatus(Unit.Status.INFUSED)), Map.of());
        assertThat(evaluate("unit.status == 'accepted' && after.unit.status == 'infused'", infuse))
                .isEqualTo(new Answer.Is(true));
        assertThat(evaluate("after.unit.batch.stage", infuse)).isEqualTo(new Answer.Is("released"));
    }

    @Test
    void givesValuesOfEveryType() {
        assertThat(evaluate("act.finished")).isEqualTo(new Answer.Is(Examples.NOON));
        assertThat(evaluate("act.bags")).isEqualTo(new Answer.Is(1L));
        assertThat(evaluate("timestamp('2026-01-01T00:00:00Z')"))
                .isEqualTo(new Answer.Is(Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void readsOnlyWhatItNeeds() {
        World.CountingFacts facts = new World.CountingFacts(Map.of());
        Situation situation = World.thaw(facts);
        evaluate("act.temperature > 1.0 && unit.batch.ref == 'batch:B1'", situation);
        assertThat(facts.asked).isEmpty();
        evaluate("unit.batch.stage == 'released'", situation);
        assertThat(facts.asked).containsExactly(Ref.parse("batch:B1"));
    }

    @Test
    void knowsTheNamesThatItReads() throws InvalidExpression {
        assertThat(Examples.LANGUAGE
                        .act(THAW)
                        .condition("actor.trainings.exists(unit, unit.topic == 'x') || unit.freezeThawCount < act.bags")
                        .reads())
                .containsExactly("actor", "unit", "act");
    }
}
