package org.opencgt.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.subject.ComparabilityPlan.Criterion;
import org.opencgt.subject.ProcessChange.Decision;
import org.opencgt.subject.ProcessChange.Side;

/** What the engine finds of a change's lots, and what opens its use. */
class ProcessChangeTest {

    private static final double[] BEFORE = {2150, 1700, 2600, 1900, 2400, 1600};
    private static final double[] AFTER = {2900, 1750, 2350, 1800, 2100, 2500};

    @Test
    void sixLotsOfEachAreEquivalentWhereThreeAreNot() {
        ProcessChange three =
                change(attribute(Criterion.RATIO, "0.67", "1.5", null), BEFORE, new double[] {2900, 1750, 2350});
        ProcessChange six = change(attribute(Criterion.RATIO, "0.67", "1.5", null), BEFORE, AFTER);

        assertThat(verdict(three).comparable()).isFalse();
        assertThat(verdict(three).complete()).isFalse();
        assertThat(verdict(three).unmet()).containsExactly("potency");
        assertThat(verdict(six).comparable()).isTrue();
        // geometric means by hand: exp(mean of logarithms after) / exp(mean before)
        ProcessChange.Line line =
                Objects.requireNonNull(verdict(six).attributes().get("potency"));
        assertThat(Objects.requireNonNull(line.estimate()).doubleValue()).isCloseTo(1.08434, within(1e-5));
    }

    @Test
    void planWithFewerLotsThanItAsksForIsNotComparableHoweverGoodTheyAre() {
        ProcessChange change =
                change(attribute(Criterion.QUALITY_RANGE, null, null, "3"), BEFORE, new double[] {2000, 2100});
        assertThat(verdict(change).unmet()).isEmpty();
        assertThat(verdict(change).complete()).isFalse();
        assertThat(verdict(change).comparable()).isFalse();
    }

    @Test
    void lotsWithoutVariationAreNotMetAndSayWhy() {
        double[] equal = {5, 5, 5, 5, 5, 5};
        ProcessChange.Line line =
                Objects.requireNonNull(verdict(change(attribute(Criterion.DIFFERENCE, "-1", "1", null), equal, equal))
                        .attributes()
                        .get("potency"));
        assertThat(line.met()).isFalse();
        assertThat(line.fault()).isNotBlank();
        assertThat(line.estimate()).isNull();
    }

    @Test
    void useOpensByDecisionOnDataAndShutsWithAnotherLot() {
        ProcessChange compared = change(attribute(Criterion.RATIO, "0.67", "1.5", null), BEFORE, AFTER);
        assertThat(compared.opensUse()).isFalse();
        ProcessChange decided = compared.withDecision(decision(Decision.Outcome.COMPARABLE));
        assertThat(decided.opensUse()).isTrue();
        assertThat(decided.compared(lot(Side.AFTER, 7, 90_000)).opensUse()).isFalse();
        assertThat(decided.withStatus(ProcessChange.Status.WITHDRAWN).opensUse())
                .isFalse();
        assertThat(compared.withDecision(decision(Decision.Outcome.NOT_COMPARABLE))
                        .opensUse())
                .isFalse();
    }

    @Test
    void bridgingOpensUseWhereLotsDifferUnlessAStudySaysOtherwise() {
        double[] far = {9000, 9100, 9300, 9050, 9210, 9400};
        ProcessChange bridged = change(attribute(Criterion.RATIO, "0.67", "1.5", null), BEFORE, far)
                .withDecision(decision(Decision.Outcome.BRIDGED));
        assertThat(bridged.opensUse()).isFalse();
        ProcessChange shown = bridged.bridged(study(true));
        assertThat(shown.opensUse()).isTrue();
        assertThat(shown.bridged(study(false)).opensUse()).isFalse();
    }

    private static ProcessChange.Bridging study(boolean bridges) {
        return new ProcessChange.Bridging(
                ProcessChange.Bridging.Kind.CLINICAL, new Ref<>("document", "D1"), bridges, Instant.EPOCH);
    }

    private static Decision decision(Decision.Outcome outcome) {
        return new Decision(outcome, new ProcessChange.Review(true, true, true, true), "as found", Instant.EPOCH);
    }

    private static ProcessChange.Verdict verdict(ProcessChange change) {
        return Objects.requireNonNull(change.verdict());
    }

    private static ComparabilityPlan.Attribute attribute(
            Criterion criterion, @Nullable String lower, @Nullable String upper, @Nullable String factor) {
        return new ComparabilityPlan.Attribute(
                "potency",
                ComparabilityPlan.Section.FINAL_PRODUCT,
                ComparabilityPlan.Aspect.BIOLOGICAL_ACTIVITY,
                1,
                criterion,
                lower == null ? null : new BigDecimal(lower),
                upper == null ? null : new BigDecimal(upper),
                factor == null ? null : new BigDecimal(factor),
                null,
                List.of(),
                "pg/mL",
                "release",
                "ELISA",
                TestResult.Method.VALIDATED);
    }

    private static ProcessChange.Lot lot(Side side, int number, double value) {
        return new ProcessChange.Lot(
                side + "-" + number,
                side,
                null,
                new Ref<>("document", "D1"),
                LocalDate.EPOCH,
                "full",
                "full scale",
                List.of(new ProcessChange.Measured("potency", BigDecimal.valueOf(value), null)),
                Instant.EPOCH);
    }

    private static ProcessChange change(ComparabilityPlan.Attribute attribute, double[] before, double[] after) {
        List<ProcessChange.Lot> lots = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            lots.add(lot(Side.BEFORE, i, before[i]));
        }
        for (int i = 0; i < after.length; i++) {
            lots.add(lot(Side.AFTER, i, after[i]));
        }
        ComparabilityPlan plan =
                new ComparabilityPlan("1.0", new Ref<>("document", "D2"), List.of(attribute), List.of(), 6, 6, "power");
        return ProcessChangeBuilder.builder()
                .product(new Ref<>("product", "T1"))
                .title("Another medium")
                .description("Another medium")
                .versionBefore("1.0")
                .versionAfter("2.0")
                .status(ProcessChange.Status.PLANNED)
                .plan(plan)
                .planApproved(Instant.EPOCH)
                .lots(lots)
                .bridging(List.of())
                .build();
    }
}
