package org.opencgt.science.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencgt.science.BadInput;
import tools.jackson.databind.JsonNode;

class ToleranceFactorTest {

    private static final JsonNode GRID = Reference.expected("comparability/tolerance_factor_grid");

    @Test
    void factorsAgreeWithIndependentQuadrature() {
        int compared = 0;
        for (JsonNode row : GRID.get("factors")) {
            ToleranceFactor factor = new ToleranceFactor(
                    row.get("n").intValue(),
                    row.get("coverage").doubleValue(),
                    row.get("confidence").doubleValue());
            // The reference itself is off by 2e-9 at n = 2; see aSampleOfTwo.
            Reference.check(row + " one", factor.oneSided(), row.get("k1_exact"), factor.n() == 2 ? 1e-8 : 1e-10);
            Reference.check(row + " two", factor.twoSided(), row.get("k2_exact"), 1e-10);
            Reference.check(row + " Howe", factor.twoSidedByHowe(), row.get("k2_howe"), 1e-12);
            compared++;
        }
        assertThat(compared).isGreaterThan(50);
    }

    /** By quadrature with 30 digits. */
    @Test
    void aSampleOfTwo() {
        assertThat(new ToleranceFactor(2, 0.99, 0.99).oneSided()).isCloseTo(185.616958603211408, within(1e-11));
    }

    @Test
    void distributionFreeLimitsNeedSoManyObservations() {
        JsonNode sizes = GRID.get("min_sample_size");
        assertThat(sizes).isNotEmpty();
        for (JsonNode row : sizes) {
            double coverage = row.get("coverage").doubleValue();
            double confidence = row.get("confidence").doubleValue();
            assertThat(OrderStatistics.leastOneSided(coverage, confidence))
                    .isEqualTo(row.get("n_one_sided").intValue());
            assertThat(OrderStatistics.leastTwoSided(coverage, confidence))
                    .isEqualTo(row.get("n_two_sided").intValue());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 40, 1000, 20000})
    void oneSidedLimitsHaveTheirConfidence(int n) {
        double k = new ToleranceFactor(n, 0.99, 0.95).oneSided();
        double root = Math.sqrt(n);
        NonCentralT law = new NonCentralT(n - 1.0, Normal.quantile(0.99) * root);

        assertThat(law.above(k * root)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new ToleranceFactor(1, 0.9, 0.9)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new ToleranceFactor(5, 1, 0.9)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new ToleranceFactor(5, 0.9, 0)).isInstanceOf(BadInput.class);
    }
}
