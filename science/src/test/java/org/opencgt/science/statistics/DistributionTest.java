package org.opencgt.science.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencgt.science.BadInput;
import tools.jackson.databind.JsonNode;

class DistributionTest {

    private static final double[] PROBABILITIES = {1e-9, 1e-4, 0.025, 0.05, 0.3, 0.5, 0.8, 0.95, 0.975, 0.9999, 1 - 1e-9
    };

    static Stream<Distribution> distributions() {
        return Stream.of(
                new StudentT(1),
                new StudentT(2.7),
                new StudentT(9),
                new StudentT(1e5),
                new ChiSquared(1),
                new ChiSquared(3.5),
                new ChiSquared(400),
                new FisherF(1, 1),
                new FisherF(3, 20),
                new FisherF(59, 4),
                new Beta(1, 1),
                new Beta(0.5, 7),
                new Beta(300, 4),
                new NonCentralT(1, 0.5),
                new NonCentralT(4.5, -3),
                new NonCentralT(19, 7.4),
                new NonCentralT(5000, 165));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void quantilesInvertBothTails(Distribution distribution) {
        for (double p : PROBABILITIES) {
            double x = distribution.quantile(p);
            if (p <= 0.5) {
                assertThat(distribution.below(x)).isCloseTo(p, Percentage.withPercentage(1e-8));
            } else {
                assertThat(distribution.above(x)).isCloseTo(1 - p, Percentage.withPercentage(rounding(distribution)));
            }
            assertThat(distribution.below(x) + distribution.above(x)).isCloseTo(1, within(1e-13));
        }
    }

    /** A fraction near 1 is written with an error of 1e-16, however well it was found. */
    private static double rounding(Distribution distribution) {
        return distribution instanceof Beta ? 1e-4 : 1e-8;
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void theDensityIsTheSlopeOfTheTail(Distribution distribution) {
        double x = distribution.quantile(0.6);
        double h = 1e-5 * Math.abs(distribution.quantile(0.7) - x);

        assertThat((distribution.below(x + h) - distribution.below(x - h)) / (2 * h))
                .isCloseTo(distribution.density(x), Percentage.withPercentage(1e-3));
    }

    @Test
    void knownQuantiles() {
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-15));
        assertThat(new StudentT(9).quantile(0.95)).isCloseTo(1.83311293265624, within(1e-13));
        assertThat(new StudentT(1).quantile(0.975)).isCloseTo(12.7062047361747, within(1e-12));
        assertThat(new ChiSquared(1).quantile(0.95)).isCloseTo(3.841458820694124, within(1e-13));
        assertThat(new FisherF(2, 10).quantile(0.95)).isCloseTo(5 * (Math.pow(0.05, -0.2) - 1), within(1e-13));
        assertThat(new Beta(1, 59).quantile(0.95)).isCloseTo(-Math.expm1(Math.log(0.05) / 59), within(1e-15));
    }

    @Test
    void withoutShiftItIsStudentsT() {
        for (double df : new double[] {0.5, 1, 2.5, 12, 3000}) {
            for (double t : new double[] {-30, -3, -0.2, 0, 1, 8}) {
                assertThat(new NonCentralT(df, 0).below(t)).isCloseTo(new StudentT(df).below(t), within(1e-14));
                assertThat(new NonCentralT(df, 0).density(t)).isCloseTo(new StudentT(df).density(t), within(1e-14));
            }
        }
    }

    @Test
    void shiftedAndMirroredItIsItself() {
        assertThat(new NonCentralT(7, 2).below(3.1)).isCloseTo(new NonCentralT(7, -2).above(-3.1), within(1e-15));
        assertThat(new NonCentralT(7, 2).below(0)).isCloseTo(Normal.below(-2), within(1e-15));
    }

    @Test
    void rangesOfSamplesAgreeWithIndependentQuadrature() {
        for (JsonNode row : Reference.expected("process/constants").get("constants")) {
            int n = row.get("n").intValue();
            Reference.check("d2 of " + n, NormalSample.meanRange(n), row.get("d2"), 1e-12);
            Reference.check("d3 of " + n, NormalSample.sdRange(n), row.get("d3"), 1e-11);
            Reference.check("c4 of " + n, NormalSample.meanSd(n), row.get("c4"), 1e-13);
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new StudentT(0)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new NonCentralT(3, Double.NaN)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Normal.quantile(1)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new StudentT(3).quantile(-0.1)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> NormalSample.meanRange(1)).isInstanceOf(BadInput.class);
    }
}
