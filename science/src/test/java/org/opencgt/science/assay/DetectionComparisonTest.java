package org.opencgt.science.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.science.BadInput;

class DetectionComparisonTest {

    /** The table of three tubes of 0.1, 0.01 and 0.001 g (FDA, Bacteriological Analytical Manual, appendix 2). */
    @ParameterizedTest
    @CsvSource({"1,0,0,3.6", "0,1,0,3.0", "1,1,0,7.4", "2,1,1,20", "3,1,0,43", "3,2,1,150", "3,3,1,460", "3,3,2,1100"})
    void mostProbableNumbersAreThoseOfTheTable(int first, int second, int third, double expected) {
        MostProbableNumber found = MostProbableNumber.of(
                new double[] {0.1, 0.01, 0.001}, new double[] {first, second, third}, new double[] {3, 3, 3}, 0.95);

        assertThat(found.mpn()).isCloseTo(expected, within(0.035 * expected));
        assertThat(found.lower()).isLessThan(found.mpn());
        assertThat(found.upper()).isGreaterThan(found.mpn());
        assertThat(found.detected95() * found.mpn()).isCloseTo(-Math.log(0.05), within(1e-12));
    }

    @Test
    void oneLevelHasAClosedForm() {
        MostProbableNumber found = MostProbableNumber.of(new double[] {2}, new double[] {6}, new double[] {10}, 0.95);

        assertThat(found.mpn()).isCloseTo(-Math.log(0.4) / 2, within(1e-14));
        assertThat(found.deviance()).isCloseTo(0, within(1e-12));
    }

    @Test
    void noneAndAllHaveOneSidedLimits() {
        MostProbableNumber none = MostProbableNumber.of(new double[] {1}, new double[] {0}, new double[] {10}, 0.95);
        MostProbableNumber all = MostProbableNumber.of(new double[] {1}, new double[] {10}, new double[] {10}, 0.95);

        assertThat(none.mpn()).isZero();
        assertThat(none.upper()).isPositive().isFinite();
        assertThat(none.flags()).containsExactly(AssayFlag.NONE_DETECTED);
        assertThat(all.mpn()).isInfinite();
        assertThat(all.lower()).isPositive().isFinite();
        assertThat(all.flags()).containsExactly(AssayFlag.ALL_DETECTED);
    }

    /** The likelihood at the restricted estimate is the greatest of all with this difference. */
    @Test
    void tangosLimitsAreWhereTheScoreIsTheQuantile() {
        int n = 50;
        double z = 1.959963984540054;
        for (int[] cells : new int[][] {{12, 2}, {0, 1}, {0, 0}, {5, 5}, {0, 50}, {30, 0}}) {
            double low = PairedRates.limit(n, cells[0], cells[1], z, false);
            double high = PairedRates.limit(n, cells[0], cells[1], z, true);
            double difference = (cells[0] - cells[1]) / (double) n;
            assertThat(low).isLessThanOrEqualTo(difference).isGreaterThanOrEqualTo(-1);
            assertThat(high).isGreaterThanOrEqualTo(difference).isLessThanOrEqualTo(1);
            if (low > -1 + 1e-9) {
                assertThat(PairedRates.score(n, cells[0], cells[1], low)).isCloseTo(z, within(1e-6));
            }
            assertThat(PairedRates.limit(n, cells[1], cells[0], z, true)).isCloseTo(-low, within(1e-12));
        }
        // with no difference at all, 0 of n: the limit is z²/(n + z²) (Tango 1998)
        assertThat(PairedRates.limit(n, 0, 0, z, true)).isCloseTo(z * z / (n + z * z), within(1e-12));
    }

    @Test
    void mcnemarsTestIsTheBinomialOne() {
        assertThat(PairedRates.mcnemar(1, 9)).isCloseTo(22.0 / 1024, within(1e-15));
        assertThat(PairedRates.mcnemar(4, 4)).isEqualTo(1);
        assertThat(PairedRates.mcnemar(0, 0)).isEqualTo(1);
        assertThat(PairedRates.mcnemar(600, 800)).isBetween(1e-8, 1e-6);
    }

    private static List<DetectionComparison> compared(double[] rapid, double[] compendial, double margin) {
        double[] unknown = new double[rapid.length];
        Arrays.fill(unknown, Double.NaN);
        return DetectionComparison.of(
                Collections.nCopies(rapid.length, "all"), unknown, rapid, compendial, margin, 0.05);
    }

    @Test
    void methodsThatNeverDifferAreNonInferiorIfThereAreEnoughSamples() {
        double[] few = new double[5];
        double[] many = new double[40];
        Arrays.fill(few, 1);
        Arrays.fill(many, 1);

        DetectionComparison small = compared(few, few, 0.2).getFirst();
        DetectionComparison large = compared(many, many, 0.2).getFirst();

        assertThat(small.nonInferior()).isFalse();
        assertThat(small.flags()).contains(AssayFlag.FEW_SAMPLES, AssayFlag.ALL_DETECTED);
        assertThat(large.nonInferior()).isTrue();
        assertThat(large.lower()).isGreaterThan(-0.2);
        assertThat(large.mcnemarP()).isEqualTo(1);
    }

    @Test
    void inoculaGiveTheNumberEachMethodFinds() {
        List<@Nullable String> organisms = new ArrayList<>();
        double[] cfu = new double[40];
        double[] rapid = new double[40];
        double[] compendial = new double[40];
        for (int i = 0; i < 40; i++) {
            organisms.add(i < 20 ? "A" : "B");
            cfu[i] = i % 2 == 0 ? 1 : 3;
            rapid[i] = i % 5 == 0 ? 0 : 1;
            compendial[i] = i % 5 == 0 || i % 7 == 0 ? 0 : 1;
        }

        List<DetectionComparison> rows = DetectionComparison.of(organisms, cfu, rapid, compendial, 0.2, 0.05);

        assertThat(rows).extracting(DetectionComparison::organism).containsExactly("A", "B", "all");
        DetectionComparison all = rows.getLast();
        assertThat(all.n()).isEqualTo(40);
        assertThat(Objects.requireNonNull(all.rapid()).mpn())
                .isGreaterThan(Objects.requireNonNull(all.compendial()).mpn());
        assertThat(all.mpnRatio()).isGreaterThan(1);
    }

    @Test
    void whatIsNeitherFoundNorNotIsRefused() {
        assertThatThrownBy(() -> compared(new double[] {0.5}, new double[] {1}, 0.2))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("neither 1");
        assertThatThrownBy(() -> compared(new double[] {1}, new double[] {1}, 0))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> compared(new double[] {Double.NaN}, new double[] {1}, 0.2))
                .isInstanceOf(BadInput.class);
    }
}
