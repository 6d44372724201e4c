package org.opencgt.science.process;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealVector;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.Normal;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The average number of points to a signal, when the mean has shifted by δ σ from the beginning and centre and σ are known. By the
 * integral equation of Page (1954) and Crowder (1987), with Gauss-Legendre nodes:
 *
 * <pre>
 *   EWMA, limits ± c = L √(λ/(2 - λ))   A(u) = 1 + 1/λ ∫_-c^c A(y) φ((y - (1-λ) u)/λ - δ) dy
 *   CUSUM, one side                     A(u) = 1 + A(0) Φ(k - δ - u) + ∫_0^h A(y) φ(y + k - δ - u) dy
 *   CUSUM, both sides                   1/A = 1/A⁺ + 1/A⁻
 *   Shewhart                            A = 1/P(|Z + δ| > L)
 * </pre>
 *
 * @param delta shift of the mean in σ
 * @param arl average run length; infinite beyond 1e12
 * @param arlOneSided with an upper limit alone; NaN for EWMA
 */
@JsonNaming(SnakeCaseStrategy.class)
public record RunLength(double delta, double arl, double arlOneSided) implements Result {

    private static final int NODES = 120;

    /** Run lengths beyond this are lost in the rounding of the system, which is almost singular then. */
    private static final double ENDLESS = 1e12;

    /** Of single points against ± L. */
    public static RunLength shewhart(double width, double delta) {
        Check.positive(ProcessQuantity.LIMIT_WIDTH, width);
        Check.finite(ProcessQuantity.SHIFT, delta);
        double above = Normal.above(width - delta);
        return new RunLength(delta, 1 / (above + Normal.below(-width - delta)), 1 / above);
    }

    /** Of a moving average with constant limits, beginning at the centre. */
    public static RunLength ewma(double lambda, double width, double delta) {
        Check.positive(ProcessQuantity.LAMBDA, lambda);
        if (lambda > 1) {
            throw Fault.of(ProcessFault.LAMBDA_TOO_LARGE).with("lambda", lambda).asException();
        }
        Check.positive(ProcessQuantity.LIMIT_WIDTH, width);
        Check.finite(ProcessQuantity.SHIFT, delta);
        double c = width * Math.sqrt(lambda / (2 - lambda));
        GaussIntegrator nodes = new GaussIntegratorFactory().legendre(NODES, -c, c);
        double[][] system = new double[NODES][NODES];
        for (int i = 0; i < NODES; i++) {
            for (int j = 0; j < NODES; j++) {
                double kernel = Normal.density((nodes.getPoint(j) - (1 - lambda) * nodes.getPoint(i)) / lambda - delta)
                        / lambda;
                system[i][j] = (i == j ? 1 : 0) - nodes.getWeight(j) * kernel;
            }
        }
        RealVector at = solve(system);
        double start = 1;
        for (int j = 0; j < NODES; j++) {
            start += nodes.getWeight(j) * at.getEntry(j) * Normal.density(nodes.getPoint(j) / lambda - delta) / lambda;
        }
        return new RunLength(delta, start, Double.NaN);
    }

    /** Of cumulative sums to both sides, beginning at zero. */
    public static RunLength cusum(double k, double h, double delta) {
        Check.notNegative(ProcessQuantity.REFERENCE_VALUE, k);
        Check.positive(ProcessQuantity.DECISION_INTERVAL, h);
        Check.finite(ProcessQuantity.SHIFT, delta);
        double upper = oneSided(k, h, delta);
        double lower = oneSided(k, h, -delta);
        return new RunLength(delta, 1 / (1 / upper + 1 / lower), upper);
    }

    private static double oneSided(double k, double h, double delta) {
        GaussIntegrator nodes = new GaussIntegratorFactory().legendre(NODES, 0, h);
        DoubleUnaryOperator toZero = u -> Normal.below(k - delta - u);
        double[][] system = new double[NODES + 1][NODES + 1];
        for (int i = 0; i <= NODES; i++) {
            double u = i == NODES ? 0 : nodes.getPoint(i);
            for (int j = 0; j < NODES; j++) {
                system[i][j] =
                        (i == j ? 1 : 0) - nodes.getWeight(j) * Normal.density(nodes.getPoint(j) + k - delta - u);
            }
            system[i][NODES] = (i == NODES ? 1 : 0) - toZero.applyAsDouble(u);
        }
        double found = solve(system).getEntry(NODES);
        return found > 0 && found < ENDLESS ? found : Double.POSITIVE_INFINITY;
    }

    private static RealVector solve(double[][] system) {
        return new LUDecomposition(new Array2DRowRealMatrix(system, false), Double.MIN_NORMAL)
                .getSolver()
                .solve(new ArrayRealVector(system.length, 1.0));
    }
}
