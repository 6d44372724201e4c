package org.opencgt.science.nonclinical;

import java.util.OptionalInt;
import org.opencgt.science.statistics.NonCentralT;
import org.opencgt.science.statistics.Normal;
import org.opencgt.science.statistics.StudentT;

/**
 * The probability that a two-sided t test of two groups of n animals each finds a true difference of means, and the fewest
 * animals with which it does. With standardised difference d = |difference| / sd and T of the non-central t distribution,
 *
 * <pre>
 *   power = P(T > t) + P(T < -t),   df = 2 n - 2,   non-centrality d √(n/2),   t = t_{1-α/2, df}
 * </pre>
 *
 * @param difference of means to be detected, in the unit of the values
 * @param sd within a group, above zero
 * @param alpha two-sided level, above 0 and below 1
 */
public record GroupSize(double difference, double sd, double alpha) {

    /** No study in animals has more in a group. */
    static final int LARGEST = 100_000;

    /** @param n animals in each group, at least 2 */
    public double power(int n) {
        double df = 2.0 * n - 2;
        double t = StudentT.quantile(1 - alpha / 2, df);
        NonCentralT law = new NonCentralT(df, Math.abs(difference) / sd * Math.sqrt(n / 2.0));
        return law.above(t) + law.below(-t);
    }

    /** Empty where no number of animals reaches the power, or a number is out of its range. */
    public OptionalInt fewest(double power) {
        double d = Math.abs(difference) / sd;
        if (!(sd > 0 && Double.isFinite(sd) && d > 0 && Double.isFinite(d) && alpha > 0 && alpha < 1)
                || !(power > 0 && power < 1)) {
            return OptionalInt.empty();
        }
        double z = (Normal.quantile(1 - alpha / 2) + Normal.quantile(power)) / d;
        double near = 2 * z * z;
        if (near > LARGEST) {
            return OptionalInt.empty();
        }
        int n = Math.max(2, (int) near - 1);
        while (n > 2 && power(n - 1) >= power) {
            n--;
        }
        while (power(n) < power) {
            n++;
        }
        return OptionalInt.of(n);
    }
}
