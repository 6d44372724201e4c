package org.opencgt.science.statistics;

import org.opencgt.science.Check;

/**
 * The non-central t distribution: of T = (Z + δ) / U, where Z is standard normal and U² is χ² with ν degrees of freedom over ν.
 *
 * <pre>
 *   P(T ≤ t) = E Φ(t U - δ)      P(T > t) = E Φ(δ - t U)      density = E U φ(t U - δ)
 * </pre>
 *
 * <p>The expectation is taken over x = ln U by the trapezoidal rule, which converges exponentially as the integrand is analytic and
 * falls off at both ends. No series, so nothing cancels and no δ is too large; absolute error about 1e-15.
 *
 * @param df ν, above 0, not necessarily whole
 * @param delta δ, the parameter of non-centrality
 */
public record NonCentralT(double df, double delta) implements Distribution {

    /** The sum ends where the weight is e^-80 of the largest. */
    private static final double FALL = 80;

    /** The integrand is analytic in a strip of half-width π/4; this step makes the error of the rule vanish in it. */
    private static final double LONGEST_STEP = 0.08;

    public NonCentralT {
        Check.positive(StatisticsQuantity.DEGREES_OF_FREEDOM, df);
        Check.finite(StatisticsQuantity.NON_CENTRALITY, delta);
    }

    private enum Part {
        BELOW,
        ABOVE,
        DENSITY
    }

    @Override
    public double below(double t) {
        return expectation(t, Part.BELOW);
    }

    @Override
    public double above(double t) {
        return expectation(t, Part.ABOVE);
    }

    @Override
    public double density(double t) {
        return expectation(t, Part.DENSITY);
    }

    @Override
    public double quantile(double p) {
        Distribution.probability(p);
        double start = delta + Normal.quantile(p) * Math.sqrt(1 + delta * delta / (2 * df));
        return Math.sinh(Inversion.solve(
                p,
                y -> below(Math.sinh(y)),
                y -> above(Math.sinh(y)),
                y -> density(Math.sinh(y)) * Math.cosh(y),
                StudentT.asinh(start),
                1));
    }

    private double expectation(double t, Part part) {
        double step = Math.min(LONGEST_STEP, 0.5 / Math.sqrt(2 * df + delta * delta));
        double weights = 0;
        double sum = 0;
        for (int direction = -1; direction <= 1; direction += 2) {
            for (int i = direction < 0 ? 1 : 0; ; i++) {
                double x = direction * i * step;
                double exponent = df * (x - 0.5 * Math.expm1(2 * x));
                if (exponent < -FALL) {
                    break;
                }
                double weight = Math.exp(exponent);
                double u = Math.exp(x);
                weights += weight;
                sum += weight
                        * switch (part) {
                            case BELOW -> Normal.below(t * u - delta);
                            case ABOVE -> Normal.below(delta - t * u);
                            case DENSITY -> u * Normal.density(t * u - delta);
                        };
            }
        }
        return sum / weights;
    }
}
