package org.opencgt.science.dosefinding.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.opencgt.science.dosefinding.IsotonicRegression;
import org.opencgt.science.random.Xoshiro256;

class UnimodalAverageTest {

    @Test
    void aFitRisesToItsModeAndFallsBeyond() {
        UnimodalAverage average = new UnimodalAverage(5, new Rates(30));
        double[] values = {0.2, 0.6, 0.4, 0.5, 0.1};
        double[] weights = {1, 1, 1, 1, 1};

        assertThat(average.fit(values, weights, 1))
                .containsExactly(new double[] {0.2, 0.6, 0.45, 0.45, 0.1}, within(1e-15));
        assertThat(average.fit(values, weights, 3))
                .containsExactly(new double[] {0.2, 0.5, 0.5, 0.5, 0.1}, within(1e-15));
        assertThat(average.fit(values, weights, 4))
                .containsExactly(IsotonicRegression.fit(values, weights), within(1e-15));
    }

    /** No feasible sequence nearby is closer. */
    @Test
    void aFitIsTheClosest() {
        Xoshiro256 random = Xoshiro256.seeded(4);
        UnimodalAverage average = new UnimodalAverage(5, new Rates(30));
        for (int round = 0; round < 200; round++) {
            double[] values = numbers(random);
            double[] weights = numbers(random);
            int mode = random.nextInt(5);
            double[] fit = average.fit(values, weights, mode);
            double least = distance(values, weights, fit);
            for (int attempt = 0; attempt < 50; attempt++) {
                double[] other = average.fit(numbers(random), weights, mode);
                double[] between = new double[5];
                for (int i = 0; i < 5; i++) {
                    between[i] = 0.95 * fit[i] + 0.05 * other[i];
                }
                assertThat(distance(values, weights, between)).isGreaterThanOrEqualTo(least - 1e-12);
            }
        }
    }

    @Test
    void theAverageLeansToTheLikelierMode() {
        double[] estimates = new double[3];
        new UnimodalAverage(3, new Rates(30)).estimate(new int[] {30, 30, 30}, new int[] {5, 25, 5}, estimates);

        assertThat(estimates[1]).isCloseTo(25.05 / 30.1, within(1e-3));
        assertThat(estimates[0]).isCloseTo(5.05 / 30.1, within(1e-3));
        assertThat(estimates[2]).isCloseTo(5.05 / 30.1, within(1e-3));
    }

    private static double[] numbers(Xoshiro256 random) {
        return DoubleStream.generate(random::nextDouble).limit(5).toArray();
    }

    private static double distance(double[] values, double[] weights, double[] fit) {
        double sum = 0;
        for (int i = 0; i < fit.length; i++) {
            sum += weights[i] * (values[i] - fit[i]) * (values[i] - fit[i]);
        }
        return sum;
    }
}
