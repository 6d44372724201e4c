package org.opencgt.science.dosefinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.opencgt.science.random.Xoshiro256;

class IsotonicRegressionTest {

    @Test
    void valuesInOrderStayAsTheyAre() {
        assertThat(IsotonicRegression.fit(new double[] {1, 1, 2}, new double[] {1, 5, 1}))
                .containsExactly(1, 1, 2);
        assertThat(IsotonicRegression.fit(new double[0], new double[0])).isEmpty();
    }

    @Test
    void violatorsArePooledByWeight() {
        assertThat(IsotonicRegression.fit(new double[] {3, 1}, new double[] {1, 3}))
                .containsExactly(1.5, 1.5);
        assertThat(IsotonicRegression.fit(new double[] {1, 5, 3, 2}, new double[] {1, 1, 1, 1}))
                .containsExactly(1, 10.0 / 3, 10.0 / 3, 10.0 / 3);
    }

    /** The fit is the one with the max-min formula of isotonic regression: max over s ≤ i of min over t ≥ i of the mean of s … t. */
    @Test
    void theFitIsTheGreatestOfTheLeastMeans() {
        Xoshiro256 random = Xoshiro256.seeded(1);
        for (int round = 0; round < 200; round++) {
            int length = 1 + random.nextInt(8);
            double[] values = numbers(random, length);
            double[] weights = numbers(random, length);
            double[] fit = IsotonicRegression.fit(values, weights);
            for (int i = 0; i < length; i++) {
                assertThat(fit[i]).isCloseTo(maxMin(values, weights, i), within(1e-12));
            }
        }
    }

    private static double[] numbers(Xoshiro256 random, int length) {
        return DoubleStream.generate(random::nextDouble).limit(length).toArray();
    }

    private static double maxMin(double[] values, double[] weights, int i) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int s = 0; s <= i; s++) {
            double least = Double.POSITIVE_INFINITY;
            for (int t = i; t < values.length; t++) {
                least = Math.min(least, mean(values, weights, s, t));
            }
            greatest = Math.max(greatest, least);
        }
        return greatest;
    }

    private static double mean(double[] values, double[] weights, int from, int to) {
        double sum = 0;
        double weight = 0;
        for (int i = from; i <= to; i++) {
            sum += weights[i] * values[i];
            weight += weights[i];
        }
        return sum / weight;
    }
}
