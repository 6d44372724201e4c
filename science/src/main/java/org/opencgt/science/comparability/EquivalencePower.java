package org.opencgt.science.comparability;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.ChiSquared;
import org.opencgt.science.statistics.Normal;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The probability that {@link Equivalence} shows equivalence with so many lots, exact for groups of one standard deviation σ.
 *
 * <pre>
 *   power = E [Φ((upper - θ)/τ - t U) - Φ((lower - θ)/τ + t U)]⁺,   τ = σ √(1/n_t + 1/n_r),   t = t_{1-α, ν}
 * </pre>
 *
 * <p>where U² is χ² with ν = n_t + n_r - 2 degrees of freedom over ν. This equals Owen's Q formula (Phillips 1990).
 *
 */
@JsonNaming(SnakeCaseStrategy.class)
public record EquivalencePower(
        int nTest,
        int nReference,
        double difference,
        double sd,
        double alpha,
        double marginLower,
        double marginUpper,
        double power)
        implements Result {

    private static final GaussIntegrator NODES = new GaussIntegratorFactory().legendre(40, 0, 1);
    private static final int PIECES = 8;
    private static final int MOST_LOTS = 5000;

    /**
     * What is assumed of both products.
     *
     * @param difference true difference of means, θ
     * @param sd true standard deviation of each group, σ
     */
    public record Assumed(double difference, double sd, double marginLower, double marginUpper, double alpha) {
        public Assumed {
            Check.finite(ComparabilityQuantity.DIFFERENCE, difference);
            Check.positive(ComparabilityQuantity.STANDARD_DEVIATION, sd);
            Contrast.alpha(alpha);
            new Margin.Difference(marginLower, marginUpper);
        }
    }

    /** With so many lots. */
    public static EquivalencePower of(Assumed assumed, int nTest, int nReference) {
        if (nTest < 2 || nReference < 2) {
            throw Fault.of(ComparabilityFault.TOO_FEW_VALUES)
                    .with("group", nTest < 2 ? Group.TEST : Group.REFERENCE)
                    .with("n", Math.min(nTest, nReference))
                    .with("least", 2)
                    .asException();
        }
        double df = nTest + nReference - 2.0;
        double tau = assumed.sd() * Math.sqrt(1.0 / nTest + 1.0 / nReference);
        double t = new StudentT(df).quantile(1 - assumed.alpha());
        double low = (assumed.marginLower() - assumed.difference()) / tau;
        double high = (assumed.marginUpper() - assumed.difference()) / tau;
        ChiSquared chi = new ChiSquared(df);
        double from = Math.sqrt(chi.quantile(1e-16) / df);
        double to = Math.min((high - low) / (2 * t), Math.sqrt(chi.quantile(1 - 1e-16) / df));
        double power = 0;
        for (int piece = 0; piece < PIECES && to > from; piece++) {
            double start = from + (to - from) * piece / PIECES;
            double width = (to - from) / PIECES;
            power += width
                    * NODES.integrate(x -> {
                        double u = start + width * x;
                        double shown = Normal.below(high - t * u) - Normal.below(low + t * u);
                        return shown * 2 * df * u * chi.density(df * u * u);
                    });
        }
        return new EquivalencePower(
                nTest,
                nReference,
                assumed.difference(),
                assumed.sd(),
                assumed.alpha(),
                assumed.marginLower(),
                assumed.marginUpper(),
                Math.clamp(power, 0, 1));
    }

    /**
     * From two test lots up to the fewest with which the power is reached.
     *
     * @param nReference lots; 0 for as many as of the test
     * @throws BadInput if no number of lots reaches it
     */
    public static List<EquivalencePower> upTo(Assumed assumed, int nReference, double target) {
        Check.fraction(ComparabilityQuantity.TARGET_POWER, target);
        List<EquivalencePower> rows = new ArrayList<>();
        for (int n = 2; n <= MOST_LOTS; n++) {
            EquivalencePower row = of(assumed, n, nReference == 0 ? n : nReference);
            rows.add(row);
            if (row.power >= target) {
                return List.copyOf(rows);
            }
            if (n == 1000 && row.power < 0.5 * target) {
                break;
            }
        }
        throw Fault.of(ComparabilityFault.POWER_OUT_OF_REACH)
                .with("power", rows.getLast().power)
                .with("n", rows.getLast().nTest)
                .with("target", target)
                .asException();
    }
}
