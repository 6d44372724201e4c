package org.opencgt.science.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;

/** Differences of paired proportions against Newcombe's table (Stat Med 1998;17:2635, method 10), correlation and discrimination. */
class PairedProportionsTest {

    @Test
    void intervalsAreThoseThatNewcombePublished() {
        interval(PairedProportions.of(36, 12, 2, 0, 0.95), 0.2, 0.0569, 0.3404);
        interval(PairedProportions.of(20, 12, 2, 16, 0.95), 0.2, 0.0562, 0.3292);
    }

    @Test
    void noDiscordantSampleStillLeavesAnInterval() {
        interval(PairedProportions.of(10, 0, 0, 5, 0.95), 0, -0.13495, 0.13495);
    }

    @Test
    void noSamplesAreRefused() {
        assertThatThrownBy(() -> PairedProportions.of(0, 0, 0, 0, 0.95)).isInstanceOf(BadInput.class);
    }

    @Test
    void correlationHasFishersInterval() {
        double[] x = {1, 2, 3, 4, 5, 6};
        double[] y = {2, 1, 4, 3, 6, 5};
        Correlation found = Correlation.of(Pairs.of(x, y), 0.95);
        // r = 14.5 / 17.5; tanh(atanh r ± 1.959964 / √3)
        assertThat(found.r()).isCloseTo(14.5 / 17.5, within(1e-12));
        double z = 0.5 * Math.log((1 + found.r()) / (1 - found.r()));
        assertThat(found.lower()).isCloseTo(Math.tanh(z - 1.959963984540054 / Math.sqrt(3)), within(1e-9));
        assertThat(found.upper()).isCloseTo(Math.tanh(z + 1.959963984540054 / Math.sqrt(3)), within(1e-9));
    }

    @Test
    void correlationOfAConstantIsRefused() {
        assertThatThrownBy(() -> Correlation.of(Pairs.of(new double[] {1, 1, 1, 1}, new double[] {1, 2, 3, 4}), 0.95))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void discriminationCountsPairsWithTiesAsHalves() {
        Discrimination found = Discrimination.of(new double[] {3, 5}, new double[] {1, 3});
        assertThat(found.probability()).isEqualTo(3.5 / 4);
        assertThat(found.gap()).isZero();
        assertThat(Discrimination.of(new double[] {5}, new double[] {1}).gap()).isEqualTo(4);
    }

    private static void interval(PairedProportions found, double difference, double lower, double upper) {
        assertThat(found.difference()).isCloseTo(difference, within(1e-12));
        assertThat(found.lower()).isCloseTo(lower, within(5e-5));
        assertThat(found.upper()).isCloseTo(upper, within(5e-5));
    }
}
