package org.opencgt.science.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Excursions, holds and in-use times. */
class HandlingTest {

    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private static ExcursionBudget.Allowance allowance(ExcursionBudget.Band... bands) {
        return new ExcursionBudget.Allowance(2, 8, List.of(bands), UNLIMITED, 0, UNLIMITED);
    }

    @Test
    void theMomentOfCrossingIsFoundBetweenReadings() {
        // 5 to 11 °C in an hour: half of it above 8
        ExcursionBudget found = ExcursionBudget.of(
                new double[] {0, 1, 2, 3},
                new double[] {5, 11, 11, 5},
                allowance(new ExcursionBudget.Band(8, 25, 24, 2)));

        assertThat(found.hoursOutside()).isCloseTo(2, within(1e-12));
        assertThat(found.excursions()).isEqualTo(1);
        assertThat(found.longestHours()).isCloseTo(2, within(1e-12));
        assertThat(found.bands().getFirst().hours()).isCloseTo(2, within(1e-12));
        assertThat(found.bands().getFirst().hoursLeft()).isCloseTo(22, within(1e-12));
        assertThat(found.bands().getFirst().count()).isEqualTo(1);
        assertThat(found.withinBudget()).isTrue();
    }

    @Test
    void hoursCountWhereTheyWereSpentAndTheExcursionAtItsWorst() {
        ExcursionBudget found = ExcursionBudget.of(
                new double[] {0, 1, 3, 4},
                new double[] {8, 28, 28, 8},
                allowance(new ExcursionBudget.Band(8, 18, 1, 1), new ExcursionBudget.Band(18, 30, 2, 1)));

        assertThat(found.bands().get(0).hours()).isCloseTo(1, within(1e-12));
        assertThat(found.bands().get(0).count()).isZero();
        assertThat(found.bands().get(1).hours()).isCloseTo(3, within(1e-12));
        assertThat(found.bands().get(1).count()).isEqualTo(1);
        assertThat(found.flags()).containsExactly(ExcursionBudget.Flag.HOURS_OVER_STUDIED);
        assertThat(found.withinBudget()).isFalse();
    }

    @Test
    void fromTooColdToTooWarmAreTwoExcursions() {
        ExcursionBudget found = ExcursionBudget.of(new double[] {0, 10}, new double[] {0, 10}, allowance());

        assertThat(found.excursions()).isEqualTo(2);
        assertThat(found.hoursOutside()).isCloseTo(4, within(1e-12));
        assertThat(found.longestHours()).isCloseTo(2, within(1e-12));
        assertThat(found.flags()).containsExactly(ExcursionBudget.Flag.NOT_STUDIED);
    }

    @Test
    void theEdgeOfTheRangeIsInside() {
        ExcursionBudget found = ExcursionBudget.of(new double[] {0, 5, 9}, new double[] {2, 8, 8}, allowance());

        assertThat(found.hoursOutside()).isZero();
        assertThat(found.excursions()).isZero();
        assertThat(found.withinBudget()).isTrue();
    }

    @Test
    void silenceIsUnknownAndWhatWasUsedBeforeCounts() {
        ExcursionBudget found = ExcursionBudget.of(
                new double[] {0, 1, 30, 31},
                new double[] {5, 5, 5, 5},
                new ExcursionBudget.Allowance(2, 8, List.of(), 4, 5, 2));

        assertThat(found.hoursUnknown()).isEqualTo(29);
        assertThat(found.hoursObserved()).isEqualTo(2);
        assertThat(found.totalHours()).isEqualTo(5);
        assertThat(found.flags()).containsExactly(ExcursionBudget.Flag.TOTAL_OVER_STUDIED, ExcursionBudget.Flag.GAP);
    }

    @Test
    void burdensAddUpAlongTheLineage() {
        List<HandlingHistory> found = HandlingHistory.of(
                List.of(
                        new HandlingHistory.Step("wash", List.of("apheresis", "pool"), 2, 0),
                        new HandlingHistory.Step("apheresis", List.of(), 20, 0),
                        new HandlingHistory.Step("pool", List.of(), 5, 2),
                        new HandlingHistory.Step("product", List.of("wash"), 1, 1),
                        new HandlingHistory.Step("product", List.of(), 0.5, 0)),
                23,
                2);

        HandlingHistory product = found.getLast();
        assertThat(product.unit()).isEqualTo("product");
        assertThat(product.path()).isEqualTo("apheresis > wash > product");
        assertThat(product.cumulativeHoldHours()).isEqualTo(23.5);
        assertThat(product.cumulativeThaws()).isEqualTo(3);
        assertThat(product.flags())
                .containsExactly(HandlingHistory.Flag.HOLD_OVER_LIMIT, HandlingHistory.Flag.THAWS_OVER_LIMIT);
        assertThat(found.getFirst().withinLimits()).isTrue();
    }

    @Test
    void impossibleHistoriesAreRefused() {
        assertThatThrownBy(() -> HandlingHistory.of(
                        List.of(
                                new HandlingHistory.Step("a", List.of("b"), 0, 0),
                                new HandlingHistory.Step("b", List.of("a"), 0, 0)),
                        1,
                        1))
                .hasMessageContaining("descends from itself");
        assertThatThrownBy(() -> new HandlingHistory.Step("a", List.of(), -1, 0))
                .hasMessageContaining("Hours of hold");
        assertThat(HandlingHistory.of(List.of(new HandlingHistory.Step("a", List.of("x"), 0, 0)), 1, 1)
                        .getFirst()
                        .flags())
                .containsExactly(HandlingHistory.Flag.UNKNOWN_PARENT);
        assertThatThrownBy(() -> ExcursionBudget.of(new double[] {1, 1}, new double[] {5, 5}, allowance()))
                .hasMessageContaining("does not come after");
        assertThatThrownBy(() -> ExcursionBudget.of(new double[] {1}, new double[] {5}, allowance()))
                .hasMessageContaining("two readings");
        assertThatThrownBy(() -> InUse.of("bag", 5, 4, 2)).hasMessageContaining("must not come before");
    }

    @Test
    void timeInUseIsHeldAgainstItsLimit() {
        assertThat(InUse.of("bag", 10, 10.5, 0.5).within()).isTrue();
        assertThat(InUse.of("bag", 10, 11, 0.5).leftHours()).isEqualTo(-0.5);
    }
}
