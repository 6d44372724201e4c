package org.opencgt.science.assay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.statistics.ChiSquared;
import org.opencgt.science.statistics.Normal;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Organisms detected per unit of inoculum by dilution: with v_i of inoculum in each of n_i containers, k_i of them positive, the
 * probability of a positive is 1 - exp(-&lambda; v_i) and the maximum of the likelihood solves
 *
 * <pre>
 *   &Sigma; k_i v_i / (1 - exp(-&lambda; v_i)) = &Sigma; n_i v_i
 * </pre>
 *
 * (Cochran 1950, Biometrics 6:105). Limits by the profile of the likelihood. With v in colony-forming units, &lambda; is the number
 * that the method finds of each, and -ln(0.05)/&lambda; the inoculum found with 95%.
 *
 * @param mpn zero if all are negative, infinite if all are positive
 * @param lower zero if all are negative
 * @param upper infinite if all are positive
 * @param seLog of ln MPN; NaN where it is zero or infinite
 * @param detected50 inoculum detected with 50%
 * @param detected95 inoculum detected with 95%
 */
@JsonNaming(SnakeCaseStrategy.class)
public record MostProbableNumber(
        double mpn,
        double lower,
        double upper,
        double seLog,
        double detected50,
        double detected95,
        double deviance,
        List<AssayFlag> flags) {

    /**
     * Estimates.
     *
     * @param volume inoculum in each container of a level, above zero
     * @param positive containers with growth
     * @param total containers
     */
    static MostProbableNumber of(double[] volume, double[] positive, double[] total, double confidence) {
        Check.fraction(AssayQuantity.CONFIDENCE, confidence);
        double negatives = 0;
        double positives = 0;
        double inoculum = 0;
        for (int i = 0; i < volume.length; i++) {
            Check.positive(AssayQuantity.CONCENTRATION, volume[i]);
            negatives += total[i] - positive[i];
            positives += positive[i];
            inoculum += total[i] * volume[i];
        }
        if (positives + negatives == 0) {
            throw Fault.of(AssayFault.NO_COUNTS).asException();
        }
        Likelihood likelihood = new Likelihood(volume, positive, total);
        double half = new ChiSquared(1).quantile(confidence) / 2;
        double oneSided = Normal.quantile(confidence) * Normal.quantile(confidence) / 2;
        List<AssayFlag> flags = new ArrayList<>();
        if (positives == 0) {
            flags.add(AssayFlag.NONE_DETECTED);
            double upper = oneSided / inoculum;
            return new MostProbableNumber(
                    0, 0, upper, Double.NaN, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, flags);
        }
        if (negatives == 0) {
            flags.add(AssayFlag.ALL_DETECTED);
            double lower = likelihood.rising(-oneSided, 1 / inoculum);
            return new MostProbableNumber(
                    Double.POSITIVE_INFINITY, lower, Double.POSITIVE_INFINITY, Double.NaN, 0, 0, 0, flags);
        }
        double mpn = likelihood.top();
        double information = 0;
        double deviance = 0;
        for (int i = 0; i < volume.length; i++) {
            double none = Math.exp(-mpn * volume[i]);
            double some = -Math.expm1(-mpn * volume[i]);
            information += total[i] * mpn * mpn * volume[i] * volume[i] * none / some;
            deviance += 2 * (term(positive[i], total[i] * some) + term(total[i] - positive[i], total[i] * none));
        }
        double at = likelihood.log(mpn);
        return new MostProbableNumber(
                mpn,
                likelihood.rising(at - half, mpn),
                likelihood.falling(at - half, mpn),
                1 / Math.sqrt(information),
                Math.log(2) / mpn,
                -Math.log(0.05) / mpn,
                deviance,
                flags);
    }

    private static double term(double observed, double expected) {
        return observed == 0 ? 0 : observed * Math.log(observed / expected);
    }

    private record Likelihood(double[] volume, double[] positive, double[] total) {

        double log(double mpn) {
            double sum = 0;
            for (int i = 0; i < volume.length; i++) {
                if (positive[i] > 0) {
                    sum += positive[i] * Math.log(-Math.expm1(-mpn * volume[i]));
                }
                sum -= (total[i] - positive[i]) * mpn * volume[i];
            }
            return sum;
        }

        /** The derivative falls from plus to minus, so halving finds its zero. */
        double top() {
            double low = 1e-12;
            double high = 1;
            double unit = 0;
            for (double own : volume) {
                unit = Math.max(unit, own);
            }
            while (slope(high / unit) > 0) {
                high *= 2;
            }
            while (slope(low / unit) < 0) {
                low /= 2;
            }
            return halve(low / unit, high / unit, this::slope);
        }

        private double slope(double mpn) {
            double sum = 0;
            for (int i = 0; i < volume.length; i++) {
                sum += (positive[i] == 0 ? 0 : positive[i] * volume[i] / -Math.expm1(-mpn * volume[i]))
                        - total[i] * volume[i];
            }
            return sum;
        }

        /** Where the likelihood reaches {@code level}, below its top. */
        double rising(double level, double from) {
            double low = from;
            while (log(low) >= level) {
                low /= 2;
            }
            double high = from;
            while (log(high) < level) {
                high *= 2;
            }
            return halve(low, high, mpn -> level - log(mpn));
        }

        /** Where it falls to {@code level}, above its top. */
        double falling(double level, double top) {
            double high = top;
            while (log(high) >= level) {
                high *= 2;
            }
            return halve(top, high, mpn -> log(mpn) - level);
        }

        /** The zero of what falls from {@code low} to {@code high}, on the logarithmic scale. */
        private static double halve(double low, double high, DoubleUnaryOperator falling) {
            double a = Math.log(low);
            double b = Math.log(high);
            for (int step = 0; step < 200 && b - a > 1e-15 * Math.max(1, Math.abs(a)); step++) {
                double middle = a + (b - a) / 2;
                if (middle <= a || middle >= b) {
                    break;
                }
                if (falling.applyAsDouble(Math.exp(middle)) > 0) {
                    a = middle;
                } else {
                    b = middle;
                }
            }
            return Math.exp(a + (b - a) / 2);
        }
    }
}
