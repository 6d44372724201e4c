package org.opencgt.science.assay;

import org.opencgt.science.statistics.LinearFit;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Limits from the prediction band of an unweighted calibration line (Currie 1997; Massart et al. 1997, ch. 13; DIN 32645), in closed
 * form:
 *
 * <pre>
 *   detection      the concentration whose lower 95% prediction limit (one-sided) is the upper one at zero concentration
 *   quantitation   the concentration whose 95% half width (two-sided) is a third of it
 *   inverse        x = (y - a)/b,  se = s/|b| &radic;(1 + 1/n + (x - x̄)&sup2;/Sxx),  half width t se
 * </pre>
 *
 * @param lodDefault concentration and response; NaN where the slope is too uncertain
 * @param loqDefault likewise
 * @param inverseAtMedianY concentration, standard error and 95% half width for one result at the median of the responses
 */
@JsonNaming(SnakeCaseStrategy.class)
public record CalibrationLimits(double[] lodDefault, double[] loqDefault, double[] inverseAtMedianY) {

    private static final double PART = 3;

    static CalibrationLimits of(double[] x, double[] y, LinearFit fit) {
        int n = x.length;
        double a = fit.coefficient(0);
        double b = fit.coefficient(1);
        double s = fit.residualSd();
        double sxx = 1 / fit.unscaledCovariance(1, 1);
        double mean = -fit.unscaledCovariance(0, 1) * sxx;
        double one = 1 + 1.0 / n;
        double band = StudentT.quantile(0.95, n - 2) * s;
        double width = band * Math.sqrt(one + mean * mean / sxx);
        double curved = band * band / sxx;
        double size = Math.abs(b);
        double lod = 2 * (size * width - curved * mean) / (b * b - curved);
        boolean sound = b * b > curved && lod > 0;
        double t = StudentT.quantile(0.975, n - 2);
        double half = t * s / size * (t * s / size);
        double square = 1 / (PART * PART) - half / sxx;
        double linear = half * mean / sxx;
        double loq = (-linear + Math.sqrt(linear * linear + square * half * (one + mean * mean / sxx))) / square;
        boolean reached = square > 0 && loq > 0;
        double at = (Medians.median(y) - a) / b;
        double se = s / size * Math.sqrt(one + (at - mean) * (at - mean) / sxx);
        return new CalibrationLimits(
                sound ? new double[] {lod, a + b * lod} : new double[] {Double.NaN, Double.NaN},
                reached ? new double[] {loq, a + b * loq} : new double[] {Double.NaN, Double.NaN},
                new double[] {at, se, t * se});
    }
}
