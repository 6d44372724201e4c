package org.opencgt.science.assay;

import java.util.List;
import java.util.Locale;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.Normal;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Agreement of two raters or methods on categories beyond chance (Cohen 1960, 1968), with the standard errors of Fleiss, Cohen and
 * Everitt (1969, Psychol Bull 72:323): kappa = (observed - expected) / (1 - expected), each weighted.
 *
 * @param ase for the interval
 * @param ase0 under no agreement beyond chance, for the test
 * @param maxKappa the largest unweighted kappa that the margins allow
 * @param pabak prevalence- and bias-adjusted kappa, 2 x observed - 1 for two categories; NaN for more
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Kappa(
        long n,
        List<String> categories,
        String weights,
        double confidence,
        double observed,
        double expected,
        double kappa,
        double se,
        double lower,
        double upper,
        double ase0,
        double z,
        double p,
        double maxKappa,
        double pabak,
        boolean defined,
        List<AssayFlag> flags)
        implements Result {

    /** How much disagreement counts. */
    public enum Weights {
        NONE {
            @Override
            double of(int i, int j, int size) {
                return i == j ? 1 : 0;
            }
        },
        LINEAR {
            @Override
            double of(int i, int j, int size) {
                return 1 - Math.abs(i - j) / (size - 1.0);
            }
        },
        QUADRATIC {
            @Override
            double of(int i, int j, int size) {
                double part = (i - j) / (size - 1.0);
                return 1 - part * part;
            }
        };

        abstract double of(int i, int j, int size);

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Compares.
     *
     * @param categories in their order
     * @param counts by row and column, in the order of the categories
     * @throws BadInput if a count is negative or not whole, or all are zero
     */
    public static Kappa of(List<String> categories, double[][] counts, Weights weights, double confidence) {
        Check.fraction(AssayQuantity.CONFIDENCE, confidence);
        int k = counts.length;
        double n = 0;
        for (double[] row : counts) {
            for (double count : row) {
                if (!(count >= 0) || count != Math.rint(count)) {
                    throw Fault.of(AssayFault.NOT_A_COUNT).with("count", count).asException();
                }
                n += count;
            }
        }
        if (n == 0) {
            throw Fault.of(AssayFault.NO_COUNTS).asException();
        }
        double[] rows = new double[k];
        double[] columns = new double[k];
        double agree = 0;
        for (int i = 0; i < k; i++) {
            agree += counts[i][i] / n;
            for (int j = 0; j < k; j++) {
                rows[i] += counts[i][j] / n;
                columns[j] += counts[i][j] / n;
            }
        }
        double observed = 0;
        double expected = 0;
        double[] rowWeight = new double[k];
        double[] columnWeight = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double w = k == 1 ? 1 : weights.of(i, j, k);
                observed += w * counts[i][j] / n;
                expected += w * rows[i] * columns[j];
                rowWeight[i] += w * columns[j];
                columnWeight[j] += w * rows[i];
            }
        }
        double chance = 0;
        double most = 0;
        for (int i = 0; i < k; i++) {
            chance += rows[i] * columns[i];
            most += Math.min(rows[i], columns[i]);
        }
        if (1 - expected < 1e-14) {
            return new Kappa(
                    (long) n,
                    categories,
                    weights.toString(),
                    confidence,
                    observed,
                    expected,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    k == 2 ? 2 * agree - 1 : Double.NaN,
                    false,
                    List.of(AssayFlag.ONE_CATEGORY));
        }
        double rest = 1 - expected;
        double kappa = (observed - expected) / rest;
        double sum = 0;
        double sum0 = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double w = k == 1 ? 1 : weights.of(i, j, k);
                double margins = rowWeight[i] + columnWeight[j];
                double own = w * rest - margins * (1 - observed);
                sum += counts[i][j] / n * own * own;
                sum0 += rows[i] * columns[j] * (w - margins) * (w - margins);
            }
        }
        double centre = observed * expected - 2 * expected + observed;
        double ase = Math.sqrt(Math.max(0, sum - centre * centre) / n) / (rest * rest);
        if (1 - observed < 1e-15) {
            ase = 0;
        }
        double ase0 = Math.sqrt(Math.max(0, sum0 - expected * expected) / n) / rest;
        double quantile = Normal.quantile((1 + confidence) / 2);
        double z = kappa / ase0;
        return new Kappa(
                (long) n,
                categories,
                weights.toString(),
                confidence,
                observed,
                expected,
                kappa,
                ase,
                kappa - quantile * ase,
                kappa + quantile * ase,
                ase0,
                z,
                2 * Normal.above(Math.abs(z)),
                (most - chance) / (1 - chance),
                k == 2 ? 2 * agree - 1 : Double.NaN,
                true,
                List.of());
    }
}
