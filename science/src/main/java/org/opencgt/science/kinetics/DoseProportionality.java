package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import org.hipparchus.distribution.continuous.TDistribution;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How a parameter P changes with the dose D, by the power model
 *
 * <pre>
 *   ln P = a + b ln D + e
 * </pre>
 *
 * <p>fitted by least squares. b = 1 is proportional, b = 0 unrelated. With r the highest dose divided by the lowest, the interval
 * of b lies within 1 + ln(0.8)/ln r and 1 + ln(1.25)/ln r where the dose-normalised means differ by less than these factors
 * (Smith BP et al. Pharm Res 2000;17:1278-83).
 *
 * @param n subjects with a dose and a positive value
 * @param slope b
 * @param lower of the interval of b
 * @param spearmanRho rank correlation of dose and parameter
 * @param lowerCriterion of the interval within which b is proportional; NaN if there is one dose only
 */
@JsonNaming(SnakeCaseStrategy.class)
public record DoseProportionality(
        String parameter,
        int n,
        int doses,
        double intercept,
        double slope,
        double standardError,
        double confidence,
        double lower,
        double upper,
        double residualSd,
        @JsonProperty("r_squared") double rSquared,
        double spearmanRho,
        double lowerCriterion,
        double upperCriterion,
        @Nullable Conclusion conclusion)
        implements Result {

    /** What the interval of the slope says; nothing where there is none. */
    public enum Conclusion implements TextKey {
        /** The whole interval lies within the criterion. */
        PROPORTIONAL,
        /** The whole interval lies outside the criterion. */
        NOT_PROPORTIONAL,
        /** It lies partly within. */
        INCONCLUSIVE,
        /** It holds zero: dose and exposure may be unrelated, so exposure rather than dose should lead. */
        WEAK_RELATION;

        @Override
        public String key() {
            return "kinetics.proportionality." + this;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final double LOWEST_RATIO = 0.8;

    /**
     * Fits the model.
     *
     * @param doses of each subject; NaN where not known
     * @param values of the parameter; NaN where missing. Subjects without either, or with a value of zero, are left out
     * @param confidence of the interval, such as 0.9
     * @throws BadInput if fewer than three subjects or two doses are left
     */
    public static DoseProportionality of(String parameter, double[] doses, double[] values, double confidence) {
        Check.fraction(KineticsQuantity.CONFIDENCE, confidence);
        int n = 0;
        double[] x = new double[doses.length];
        double[] y = new double[doses.length];
        for (int i = 0; i < doses.length; i++) {
            if (doses[i] > 0 && values[i] > 0) {
                x[n] = Math.log(doses[i]);
                y[n++] = Math.log(values[i]);
            }
        }
        x = Arrays.copyOf(x, n);
        y = Arrays.copyOf(y, n);
        int different = (int) Arrays.stream(x).distinct().count();
        if (n < 3 || different < 2) {
            throw Fault.of(KineticsFault.TOO_FEW_DOSES)
                    .with("parameter", parameter)
                    .with("n", n)
                    .with("doses", different)
                    .asException();
        }
        LogLine line = new LogLine();
        for (int i = 0; i < n; i++) {
            line.add(x[i], y[i]);
        }
        double sd = Math.sqrt(line.residual() / (n - 2));
        double error = sd / Math.sqrt(line.spread());
        double half = error * new TDistribution(n - 2).inverseCumulativeProbability((1 + confidence) / 2);
        double ratio =
                Arrays.stream(x).max().getAsDouble() - Arrays.stream(x).min().getAsDouble();
        double lower = line.slope() - half;
        double upper = line.slope() + half;
        double lowerCriterion = 1 + Math.log(LOWEST_RATIO) / ratio;
        double upperCriterion = 1 - Math.log(LOWEST_RATIO) / ratio;
        return new DoseProportionality(
                parameter,
                n,
                different,
                line.at(0),
                line.slope(),
                error,
                confidence,
                lower,
                upper,
                sd,
                line.rSquared(),
                RankCorrelation.of(x, y),
                lowerCriterion,
                upperCriterion,
                conclusion(lower, upper, lowerCriterion, upperCriterion));
    }

    private static Conclusion conclusion(double lower, double upper, double from, double to) {
        if (lower <= 0 && upper >= 0) {
            return Conclusion.WEAK_RELATION;
        }
        if (lower >= from && upper <= to) {
            return Conclusion.PROPORTIONAL;
        }
        return upper < from || lower > to ? Conclusion.NOT_PROPORTIONAL : Conclusion.INCONCLUSIVE;
    }
}
