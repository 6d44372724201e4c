package org.opencgt.science.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearLeastSquaresTest {

    private static final double[] ONES = {1, 1, 1, 1};

    @Test
    void aWeightCountsLikeRepeatedPoints() {
        LinearFit repeated =
                LinearLeastSquares.fit(new double[][] {{1, 1, 1, 1, 1}, {0, 1, 2, 2, 4}}, new double[] {1, 3, 4, 4, 9});
        LinearFit weighted = LinearLeastSquares.fit(
                new double[][] {ONES, {0, 1, 2, 4}}, new double[] {1, 3, 4, 9}, new double[] {1, 1, 2, 1});

        assertThat(weighted.coefficients()).containsExactly(repeated.coefficients(), within(1e-14));
        assertThat(weighted.residualSumOfSquares()).isCloseTo(repeated.residualSumOfSquares(), within(1e-13));
        assertThat(weighted.unscaledCovariance(0, 1)).isCloseTo(repeated.unscaledCovariance(0, 1), within(1e-14));
    }

    @Test
    void residualsAreOrthogonalToTheColumns() {
        double[] x = {0.1, 2.3, 4.7, 9.1};
        LinearFit fit = LinearLeastSquares.fit(new double[][] {ONES, x}, new double[] {5, 3, 8, 1});

        double sum = 0;
        double product = 0;
        for (int i = 0; i < 4; i++) {
            sum += fit.residual(i);
            product += x[i] * fit.residual(i);
        }
        assertThat(sum).isCloseTo(0, within(1e-13));
        assertThat(product).isCloseTo(0, within(1e-12));
        assertThat(fit.at(1, 4.7)).isCloseTo(fit.fitted(2), within(1e-13));
        assertThat(fit.standardErrorAt(1, 0)).isCloseTo(fit.standardError(0), within(1e-13));
    }

    @Test
    void aPerfectFitIsToldAndHasNoTest() {
        double[] x = {0, 1, 2, 3};
        double[] y = {99.9, 99.8, 99.7, 99.6};
        LinearFit mean = LinearLeastSquares.fit(new double[][] {ONES}, y);
        LinearFit line = LinearLeastSquares.fit(new double[][] {ONES, x}, y);
        LinearFit curve = LinearLeastSquares.fit(new double[][] {ONES, x, {0, 1, 4, 9}}, y);

        assertThat(line.isExact()).isTrue();
        assertThat(mean.isExact()).isFalse();
        assertThat(FTest.nested(mean, line)).isEqualTo(new FTest(Double.POSITIVE_INFINITY, 1, 2, 0));
        assertThat(FTest.nested(line, curve).p()).isNaN();
    }

    @Test
    void whatCannotBeFittedIsRefused() {
        assertThatThrownBy(() -> LinearLeastSquares.fit(new double[][] {{1}, {2}}, new double[] {3}))
                .hasMessageContaining("1 points for 2 parameters");
        assertThatThrownBy(() -> LinearLeastSquares.fit(new double[][] {ONES, {7, 7, 7, 7}}, ONES))
                .hasMessageContaining("depend on each other");
        assertThatThrownBy(() -> LinearLeastSquares.fit(new double[][] {ONES, {0.1, 0.2, 0.3}}, ONES))
                .hasMessageContaining("differ in length");
        assertThatThrownBy(() -> LinearLeastSquares.fit(new double[][] {ONES}, new double[] {1, 2, 3, Double.NaN}))
                .hasMessageContaining("Response");
        assertThatThrownBy(() -> LinearLeastSquares.fit(new double[][] {ONES}, ONES, new double[] {1, 1, 0, 1}))
                .hasMessageContaining("Weight");
        assertThatThrownBy(() -> OneWayAnova.of(List.of(new double[] {1, 2}))).hasMessageContaining("two groups");
        assertThatThrownBy(() -> OneWayAnova.of(List.of(new double[] {1}, new double[] {2})))
                .hasMessageContaining("more values than groups");
    }

    /** R 4.2.2: qt and pt. */
    @ParameterizedTest
    @CsvSource({
        "0.95, 29, 1.6991270265334975",
        "0.95, 6, 1.9431802805153024",
        "0.975, 31, 2.039513446396408",
        "0.05, 3, -2.3533634348018246",
        "0.975, 1, 12.706204736174694",
        "0.5, 4, 0"
    })
    void quantilesOfT(double p, double df, double t) {
        assertThat(StudentT.quantile(p, df)).isCloseTo(t, within(2e-14 * Math.abs(t)));
        assertThat(1 - StudentT.upperTail(t, df)).isCloseTo(p, within(1e-14));
    }

    @Test
    void tailsKeepTheirDigits() {
        assertThat(FTest.upperTail(117.16692280838593, 1, 25)).isCloseTo(6.331713344986866e-11, within(1e-22));
        assertThat(StudentT.twoSided(Math.sqrt(117.16692280838593), 25))
                .isCloseTo(6.331713344986866e-11, within(1e-22));
        assertThat(FTest.upperTail(0, 3, 4)).isEqualTo(1);
        assertThat(StudentT.upperTail(Double.POSITIVE_INFINITY, 4)).isZero();
        assertThat(StudentT.quantile(1e-30, 2)).isCloseTo(-1 / Math.sqrt(2e-30), within(10.0));
    }
}
