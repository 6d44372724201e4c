package org.opencgt.science.nonclinical;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.opencgt.science.statistics.LinearFit;
import org.opencgt.science.statistics.LinearLeastSquares;
import org.opencgt.science.statistics.StudentT;

/**
 * Whether an effect goes with the dose, and up to which dose none is seen. The slope is that of least squares of the single values on
 * the dose. The highest dose without effect is found as by Tukey, Ciminera and Heyse (Biometrics 1985;41:295-301): the trend is
 * tested over all doses, then without the highest, and so on, until it is not significant; the smaller p of the slopes on dose and
 * on rank of dose counts. A dose that differs from control by itself ({@link GroupContrast}) is not without effect either, nor is
 * one above it. Nothing is adjusted for the number of tests: that errs on the side of finding an effect.
 *
 * @param slope in units of the value a unit of dose
 * @param slopeLower limit at confidence 1 - α
 * @param p of the trend over all doses
 * @param noEffectDose zero where the lowest dose has an effect; NaN where it cannot be known
 * @param lowestEffectDose NaN where no dose has an effect or it cannot be known
 */
public record DoseTrend(
        double slope, double slopeLower, double slopeUpper, double p, double noEffectDose, double lowestEffectDose) {

    private static final DoseTrend UNKNOWN =
            new DoseTrend(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /**
     * @param doses ascending without repeats; the first is that of the control
     * @param values of the animals at each dose
     */
    public static DoseTrend of(double[] doses, List<double[]> values, double alpha) {
        if (doses.length != values.size()) {
            throw new IllegalArgumentException(doses.length + " doses, " + values.size() + " groups");
        }
        if (doses.length < 2 || values.stream().anyMatch(group -> group.length < 2)) {
            return UNKNOWN;
        }
        int highest = doses.length - 1;
        LinearFit line = line(k -> doses[k], values, highest);
        int without = highest;
        while (without > 0 && trendP(doses, values, without) < alpha) {
            without--;
        }
        for (int k = 1; k <= without; k++) {
            if (GroupContrast.of(values.get(k), values.getFirst(), alpha).significant(alpha)) {
                without = k - 1;
            }
        }
        double half = line.degreesOfFreedom() > 0
                ? StudentT.quantile(1 - alpha / 2, line.degreesOfFreedom()) * line.standardError(1)
                : Double.NaN;
        return new DoseTrend(
                line.coefficient(1),
                line.coefficient(1) - half,
                line.coefficient(1) + half,
                trendP(doses, values, highest),
                without == 0 ? 0 : doses[without],
                without == highest ? Double.NaN : doses[without + 1]);
    }

    private static double trendP(double[] doses, List<double[]> values, int to) {
        return Math.min(slopeP(line(k -> doses[k], values, to)), slopeP(line(k -> k, values, to)));
    }

    private static double slopeP(LinearFit line) {
        return line.isExact()
                ? flat(line) ? 1 : 0
                : StudentT.twoSided(line.coefficient(1) / line.standardError(1), line.degreesOfFreedom());
    }

    /** Whether an exact line has no slope but for rounding. */
    private static boolean flat(LinearFit line) {
        double first = line.fitted(0);
        double last = line.fitted(line.points() - 1);
        return Math.abs(last - first) <= 1e-12 * Math.max(Math.abs(first), Math.abs(last));
    }

    private static LinearFit line(IntToDoubleFunction scale, List<double[]> values, int to) {
        int points = values.subList(0, to + 1).stream()
                .mapToInt(group -> group.length)
                .sum();
        double[] ones = new double[points];
        Arrays.fill(ones, 1);
        double[] x = new double[points];
        double[] y = new double[points];
        int at = 0;
        for (int k = 0; k <= to; k++) {
            for (double value : values.get(k)) {
                x[at] = scale.applyAsDouble(k);
                y[at++] = value;
            }
        }
        return LinearLeastSquares.fit(new double[][] {ones, x}, y);
    }
}
