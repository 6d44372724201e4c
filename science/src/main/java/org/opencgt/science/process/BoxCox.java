package org.opencgt.science.process;

import java.util.Arrays;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.statistics.ChiSquared;
import org.opencgt.science.statistics.Mean;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The power transformation that makes positive values most nearly normal (Box and Cox 1964, J R Stat Soc B 26:211):
 *
 * <pre>
 *   x(λ) = (x^λ − 1)/λ,  ln x for λ = 0
 *   l(λ) = −n/2 ln(Σ (x(λ) − mean)²/n) + (λ − 1) Σ ln x
 * </pre>
 *
 * @param lambda the maximum of l within −5 to 5, or the one that was given
 * @param lower where l is lower by half the quantile of χ² with one degree of freedom; NaN if that is not within −5 to 5
 * @param logLikelihood l, without the constant of the normal distribution
 */
@JsonNaming(SnakeCaseStrategy.class)
public record BoxCox(double lambda, double lower, double upper, double logLikelihood, boolean given) {

    private static final double END = 5;
    private static final int GRID = 200;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /**
     * The maximum of the likelihood.
     *
     * @throws BadInput if a value is not positive, there are fewer than three, or they do not vary
     */
    public static BoxCox of(double[] values, double confidence) {
        Profile profile = Profile.of(values);
        double best = -END;
        for (int i = 1; i <= GRID; i++) {
            double at = -END + 2 * END * i / GRID;
            best = profile.at(at) > profile.at(best) ? at : best;
        }
        double low = Math.max(-END, best - 2 * END / GRID);
        double high = Math.min(END, best + 2 * END / GRID);
        while (high - low > 1e-10) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (profile.at(left) > profile.at(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        double lambda = profile.polished(low + (high - low) / 2);
        double level = profile.at(lambda) - new ChiSquared(1).quantile(confidence) / 2;
        return new BoxCox(
                lambda,
                profile.crossing(level, -END, lambda),
                profile.crossing(level, END, lambda),
                profile.at(lambda),
                false);
    }

    /**
     * A transformation that was chosen before.
     *
     * @throws BadInput as {@link #of(double[], double)}
     */
    public static BoxCox given(double lambda, double[] values) {
        Check.finite(ProcessQuantity.POWER, lambda);
        return new BoxCox(lambda, Double.NaN, Double.NaN, Profile.of(values).at(lambda), true);
    }

    /** x(λ); NaN stays NaN. */
    public double transform(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        Check.positive(ProcessQuantity.VALUE, x);
        return at(x, lambda);
    }

    /** The x that is transformed to this; zero or infinite where there is none. */
    public double back(double transformed) {
        if (Math.abs(lambda) < 1e-12) {
            return Math.exp(transformed);
        }
        double inner = 1 + lambda * transformed;
        return inner > 0 ? Math.exp(Math.log(inner) / lambda) : lambda > 0 ? 0 : Double.POSITIVE_INFINITY;
    }

    private static double at(double x, double lambda) {
        double log = Math.log(x);
        return Math.abs(lambda) < 1e-12 ? log : Math.expm1(lambda * log) / lambda;
    }

    /** l as a function of λ, of values over their geometric mean, which only shifts l. */
    private record Profile(double[] logs, double sumLogs) {

        static Profile of(double[] values) {
            if (values.length < 3) {
                throw Fault.of(ProcessFault.TOO_FEW_POINTS)
                        .with("n", values.length)
                        .with("least", 3)
                        .asException();
            }
            double[] logs = Arrays.stream(values)
                    .map(value -> Math.log(Check.positive(ProcessQuantity.VALUE, value)))
                    .toArray();
            if (Arrays.stream(values).allMatch(value -> value == values[0])) {
                throw Fault.of(ProcessFault.NO_VARIATION).asException();
            }
            double mean = Mean.of(logs);
            return new Profile(Arrays.stream(logs).map(log -> log - mean).toArray(), mean * values.length);
        }

        double at(double lambda) {
            int n = logs.length;
            double[] moved = Arrays.stream(logs)
                    .map(log -> Math.abs(lambda) < 1e-12 ? log : Math.expm1(lambda * log) / lambda)
                    .toArray();
            double mean = Mean.of(moved);
            double squares = 0;
            for (double value : moved) {
                squares += (value - mean) * (value - mean);
            }
            return -n / 2.0 * Math.log(squares / n) - sumLogs;
        }

        /** One step by the derivatives, which see more digits of the top than the function does. */
        double polished(double lambda) {
            double h = 1e-4;
            double slope = (at(lambda + h) - at(lambda - h)) / (2 * h);
            double curvature = (at(lambda + h) - 2 * at(lambda) + at(lambda - h)) / (h * h);
            double step = -slope / curvature;
            return curvature < 0 && Math.abs(step) < 1e-3 && Math.abs(lambda + step) <= END ? lambda + step : lambda;
        }

        double crossing(double level, double end, double top) {
            if (at(end) > level) {
                return Double.NaN;
            }
            double outside = end;
            double inside = top;
            for (int step = 0; step < 100; step++) {
                double middle = outside + (inside - outside) / 2;
                if (at(middle) > level) {
                    inside = middle;
                } else {
                    outside = middle;
                }
            }
            return outside + (inside - outside) / 2;
        }
    }
}
