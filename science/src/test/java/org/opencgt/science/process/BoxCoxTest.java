package org.opencgt.science.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;
import org.opencgt.science.statistics.Normal;

/** Against SciPy's stats.boxcox, and against what must hold. */
class BoxCoxTest {

    private static final double[] VALUES = {
        3.12, 4.563, 9.971, 3.724, 6.275, 2.776, 6.024, 5.065, 3.531, 3.326, 5.13, 6.786, 1.566, 2.729, 2.133, 5.211,
        2.591, 2.504, 6.102, 10.141, 1.108, 2.484, 5.477, 4.607, 9.133, 8.125, 4.323, 11.602, 17.87, 8.596, 3.587,
        11.071, 5.974, 7.581, 4.851, 5.677, 8.827, 2.294, 9.156, 2.749
    };

    @Test
    void powerAndLikelihoodAreThoseOfAnIndependentProgram() {
        BoxCox found = BoxCox.of(VALUES, 0.95);

        assertThat(found.lambda()).isCloseTo(0.12369985334515, within(2e-7));
        assertThat(found.logLikelihood()).isCloseTo(-41.9455205891619, within(1e-9));
        assertThat(found.lower()).isCloseTo(-0.3353329355, within(1e-5));
        assertThat(found.upper()).isCloseTo(0.5916191496, within(1e-5));
    }

    @Test
    void theTransformationGoesBack() {
        for (double lambda : new double[] {-1.5, 0, 0.3, 2}) {
            BoxCox found = BoxCox.given(lambda, VALUES);
            for (double value : VALUES) {
                assertThat(found.back(found.transform(value))).isCloseTo(value, within(1e-10 * value));
            }
        }
    }

    @Test
    void logarithmsOfLogNormalValuesHaveTheCapabilityOfTheNormalOnes() {
        double[] normal = new double[99];
        double[] logNormal = new double[99];
        for (int i = 0; i < 99; i++) {
            normal[i] = 1 + 0.4 * Normal.quantile((i + 1) / 100.0);
            logNormal[i] = Math.exp(normal[i]);
        }
        BoxCox logarithm = BoxCox.given(0, logNormal);
        Capability direct = Capability.of(normal, 0.4, new Capability.Specification(-1, 3, Double.NaN), 0.95, true);
        Capability transformed = Capability.of(
                Arrays.stream(logNormal).map(logarithm::transform).toArray(),
                0.4,
                new Capability.Specification(
                        logarithm.transform(Math.exp(-1)), logarithm.transform(Math.exp(3)), Double.NaN),
                0.95,
                true);
        TransformedCapability whole =
                TransformedCapability.of(logarithm, 0, 0.5, transformed, Math.exp(-1), Math.exp(3));

        assertThat(transformed.cpk()).isCloseTo(direct.cpk(), within(1e-12));
        assertThat(whole.percentiles().median()).isCloseTo(Math.E, within(1e-10));
        assertThat(whole.percentiles().ppk()).isPositive().isLessThan(direct.ppk() + 1);
        assertThat(BoxCox.of(logNormal, 0.95).lambda()).isCloseTo(0, within(0.05));
    }

    @Test
    void valuesNotPositiveOrAllAlikeOrTooFewAreRefused() {
        assertThatThrownBy(() -> BoxCox.of(new double[] {1, 2, -3, 4}, 0.95))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("greater than zero");
        assertThatThrownBy(() -> BoxCox.of(new double[] {2, 2, 2, 2}, 0.95)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> BoxCox.of(new double[] {2, 3}, 0.95)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> BoxCox.given(0.5, VALUES).transform(0)).isInstanceOf(BadInput.class);
    }

    @Test
    void aMeanOnTheLimitHasACapabilityOfZeroWithLimits() {
        Capability found = Capability.of(
                new double[] {1, 2, 3}, 1, new Capability.Specification(2, Double.NaN, Double.NaN), 0.95, true);

        assertThat(found.cpk()).isZero();
        assertThat(found.intervals().cpk()).noneMatch(limit -> limit.isNaN());
    }
}
