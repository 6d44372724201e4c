package org.opencgt.science.nonclinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NonclinicalTest {

    /** Computed with the non-central t of SciPy; those at power 0.8 also stand in Cohen 1988, table 2.4.1. */
    @Test
    void groupSizesAreThoseOfTheTables() {
        assertThat(fewest(0.5, 0.8)).isEqualTo(64);
        assertThat(fewest(0.8, 0.8)).isEqualTo(26);
        assertThat(fewest(1.0, 0.8)).isEqualTo(17);
        assertThat(fewest(0.5, 0.9)).isEqualTo(86);
        assertThat(fewest(0.8, 0.9)).isEqualTo(34);
    }

    @Test
    void moreAnimalsHaveMorePowerAndFewerDoNotReachIt() {
        GroupSize size = new GroupSize(12, 10, 0.05);
        int n = size.fewest(0.8).orElseThrow();
        assertThat(size.power(n)).isGreaterThanOrEqualTo(0.8);
        assertThat(size.power(n - 1)).isLessThan(0.8);
    }

    @Test
    void noNumberOfAnimalsDetectsNothing() {
        assertThat(new GroupSize(0, 1, 0.05).fewest(0.8)).isEmpty();
        assertThat(new GroupSize(1, 0, 0.05).fewest(0.8)).isEmpty();
        assertThat(new GroupSize(1, 1, 0).fewest(0.8)).isEmpty();
        assertThat(new GroupSize(1, 1e6, 0.05).fewest(0.8)).isEmpty();
    }

    /** SciPy: ttest_ind with equal_var=False; df = 6.25 / 1.0625. */
    @Test
    void contrastIsWelchs() {
        GroupContrast found = GroupContrast.of(new double[] {1, 2, 3, 4, 5}, new double[] {2, 4, 6, 8, 10}, 0.05);
        assertThat(found.difference()).isEqualTo(-3);
        assertThat(found.p()).isCloseTo(0.10753119493062728, within(1e-12));
        assertThat(found.lower()).isCloseTo(-6.887741643736975, within(1e-9));
        assertThat((found.lower() + found.upper()) / 2).isCloseTo(-3, within(1e-12));
    }

    @Test
    void withoutVariationADifferenceIsCertain() {
        assertThat(GroupContrast.of(new double[] {0, 0}, new double[] {0, 0}, 0.05)
                        .p())
                .isEqualTo(1);
        assertThat(GroupContrast.of(new double[] {1, 1}, new double[] {0, 0}, 0.05)
                        .p())
                .isZero();
        assertThat(GroupContrast.of(new double[] {1}, new double[] {0, 0}, 0.05).p())
                .isNaN();
    }

    @Test
    void theHighestDoseWithoutEffectIsFoundFromAbove() {
        double[] doses = {0, 1, 10, 100};
        DoseTrend rises = DoseTrend.of(
                doses,
                List.of(
                        new double[] {10, 11, 9, 10, 10.5},
                        new double[] {10.2, 9.5, 10.9, 10.1, 9.8},
                        new double[] {10.4, 9.9, 10.6, 9.7, 10.2},
                        new double[] {19, 21, 20, 22, 18}),
                0.05);
        assertThat(rises.noEffectDose()).isEqualTo(10);
        assertThat(rises.lowestEffectDose()).isEqualTo(100);
        assertThat(rises.slope()).isCloseTo(0.1, within(0.01));
        assertThat(rises.p()).isLessThan(1e-6);
    }

    @Test
    void nothingIsSeenWhereNothingIs() {
        DoseTrend flat = DoseTrend.of(
                new double[] {0, 1, 2},
                List.of(new double[] {5, 6, 7}, new double[] {6, 5, 7}, new double[] {7, 6, 5}),
                0.05);
        assertThat(flat.noEffectDose()).isEqualTo(2);
        assertThat(flat.lowestEffectDose()).isNaN();
        DoseTrend constant = DoseTrend.of(new double[] {0, 1}, List.of(new double[] {3, 3}, new double[] {3, 3}), 0.05);
        assertThat(constant.noEffectDose()).isEqualTo(1);
        assertThat(constant.p()).isEqualTo(1);
    }

    /** A trend is not needed: the middle dose differs by itself, so that no higher one counts as without effect. */
    @Test
    void aMiddleDoseWithEffectLowersTheDoseWithout() {
        DoseTrend hump = DoseTrend.of(
                new double[] {0, 1, 2, 3},
                List.of(
                        new double[] {5, 5.2, 4.8, 5.1},
                        new double[] {5.1, 4.9, 5, 5.2},
                        new double[] {9, 9.2, 8.8, 9.1},
                        new double[] {5, 5.1, 4.9, 5}),
                0.05);
        assertThat(hump.noEffectDose()).isEqualTo(1);
        assertThat(hump.lowestEffectDose()).isEqualTo(2);
    }

    @Test
    void theLowestDoseWithEffectLeavesNoneWithout() {
        DoseTrend all = DoseTrend.of(
                new double[] {0, 1, 2},
                List.of(new double[] {1, 2, 1.5}, new double[] {11, 12, 10}, new double[] {20, 22, 21}),
                0.05);
        assertThat(all.noEffectDose()).isZero();
        assertThat(all.lowestEffectDose()).isEqualTo(1);
    }

    @Test
    void withoutTwoAnimalsADoseNothingIsKnown() {
        DoseTrend unknown = DoseTrend.of(new double[] {0, 1}, List.of(new double[] {1, 2}, new double[] {1}), 0.05);
        assertThat(unknown.p()).isNaN();
        assertThat(unknown.noEffectDose()).isNaN();
    }

    private static int fewest(double d, double power) {
        return new GroupSize(d, 1, 0.05).fewest(power).orElseThrow();
    }
}
