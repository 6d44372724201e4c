package org.opencgt.science.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;

class ExactProportionTest {

    @Test
    void edgesHaveTheirClosedForms() {
        ExactProportion none = ExactProportion.of(0, 20, 0.95);
        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(1 - Math.pow(0.025, 1 / 20.0), within(1e-12));
        ExactProportion all = ExactProportion.of(20, 20, 0.95);
        assertThat(all.upper()).isEqualTo(1);
        assertThat(all.lower()).isCloseTo(Math.pow(0.025, 1 / 20.0), within(1e-12));
    }

    @Test
    void limitsAreWhereTheBinomialTailIsHalfTheError() {
        ExactProportion found = ExactProportion.of(3, 10, 0.95);
        // P(X >= 3 | lower) = P(X <= 3 | upper) = 0.025, summed directly
        assertThat(1 - tail(10, 2, found.lower())).isCloseTo(0.025, within(1e-9));
        assertThat(tail(10, 3, found.upper())).isCloseTo(0.025, within(1e-9));
    }

    @Test
    void whatIsNoPartIsRefused() {
        assertThatThrownBy(() -> ExactProportion.of(3, 2, 0.95)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> ExactProportion.of(0, 0, 0.95)).isInstanceOf(BadInput.class);
    }

    private static double tail(int n, int most, double p) {
        double sum = 0;
        double term = Math.pow(1 - p, n);
        for (int k = 0; k <= most; k++) {
            sum += term;
            term *= (n - k) / (k + 1.0) * p / (1 - p);
        }
        return sum;
    }
}
