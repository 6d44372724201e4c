package org.opencgt.science.dosefinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaPosteriorTest {

    /** By SciPy 1.17: beta.cdf, beta.sf. */
    @ParameterizedTest
    @CsvSource({
        "4, 1, 0.3, 0.0081, 0.9919",
        "2, 6, 0.3, 0.6705828, 0.3294172",
        "0.05, 3.05, 0.3, 0.987036463178024, 0.012963536821976755",
        "12, 31, 0.2, 0.11817839377766248, 0.8818216062223377",
        "1, 200, 0.001, 0.1813511705213643, 0.8186488294786357",
        "30, 2, 0.999, 0.9995438962809783, 0.0004561037190216834",
        "150, 300, 0.33, 0.4447055287256811, 0.5552944712743196"
    })
    void probabilitiesBelowAndAbove(double a, double b, double x, double below, double above) {
        BetaPosterior posterior = new BetaPosterior(a, b);

        assertThat(posterior.below(x)).isCloseTo(below, within(1e-12));
        assertThat(posterior.above(x)).isCloseTo(above, within(1e-12));
    }

    @Test
    void theWholeLiesBetweenZeroAndOne() {
        BetaPosterior posterior = BetaPosterior.uniformPrior(2, 6);

        assertThat(posterior.between(0, 1)).isEqualTo(1);
        assertThat(posterior.below(0)).isZero();
        assertThat(posterior.above(1)).isZero();
        assertThat(posterior.mean()).isCloseTo(3.0 / 8, within(1e-15));
        assertThat(posterior.variance()).isCloseTo(15.0 / (64 * 9), within(1e-15));
    }

    /** By SciPy 1.17: beta.ppf. */
    @ParameterizedTest
    @CsvSource({
        "4.05, 11.05, 0.025, 0.08527488978940581",
        "4.05, 11.05, 0.975, 0.5089194163622638",
        "0.05, 3.05, 0.025, 2.0517509844799945e-33",
        "0.05, 3.05, 0.975, 0.19603897091558814",
        "3.05, 0.05, 0.025, 0.8039610290844117"
    })
    void quantiles(double a, double b, double probability, double value) {
        assertThat(new BetaPosterior(a, b).quantile(probability)).isCloseTo(value, within(1e-9 * value));
    }
}
