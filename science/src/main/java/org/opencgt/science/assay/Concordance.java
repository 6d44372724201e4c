package org.opencgt.science.assay;

import java.util.List;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.Normal;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Lin's concordance correlation coefficient (Lin 1989, Biometrics 45:255, corrected 2000):
 *
 * <pre>
 *   ccc = 2 s_xy / (s_x^2 + s_y^2 + (mean x - mean y)^2) = pearson * bias correction
 * </pre>
 *
 * <p>with variances over n as in the paper, or over n - 1. Intervals directly and by the inverse hyperbolic tangent.
 *
 * @param lower by the transformation
 * @param lo directly
 * @param scaleShift ratio of the standard deviations, y over x
 * @param locationShift difference of the means over the geometric mean of the standard deviations
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Concordance(
        int n,
        int missing,
        double confidence,
        String denominator,
        double ccc,
        double se,
        double lower,
        double upper,
        double lo,
        double hi,
        double pearson,
        double biasCorrection,
        double scaleShift,
        double locationShift,
        List<AssayFlag> flags)
        implements Result {

    /**
     * Compares.
     *
     * @param unbiased whether variances are over n - 1
     * @throws BadInput if there are fewer than three pairs, or results of a method are all alike
     */
    public static Concordance of(Pairs pairs, double confidence, boolean unbiased) {
        Check.fraction(AssayQuantity.CONFIDENCE, confidence);
        pairs.require(3);
        pairs.requireSpread();
        int n = pairs.n();
        Pairs.Moments m = pairs.moments();
        double over = unbiased ? n - 1 : n;
        double vx = m.xx() / over;
        double vy = m.yy() / over;
        double cov = m.xy() / over;
        double shift = m.meanY() - m.meanX();
        double ccc = 2 * cov / (vx + vy + shift * shift);
        double r = m.correlation();
        double u = shift / Math.sqrt(Math.sqrt(vx * vy));
        double u2 = u * u;
        double c2 = ccc * ccc;
        double r2 = r * r;
        double variance =
                ((1 - r2) * c2 * (1 - c2) / r2 + 2 * c2 * ccc * (1 - ccc) * u2 / r - c2 * c2 * u2 * u2 / (2 * r2))
                        / (n - 2);
        double se = Math.sqrt(Math.max(0, variance));
        double seZ = se / (1 - c2);
        double z = Normal.quantile((1 + confidence) / 2);
        double middle = 0.5 * (Math.log1p(ccc) - Math.log1p(-ccc));
        boolean perfect = 1 - ccc < 1e-15;
        return new Concordance(
                n,
                pairs.missing(),
                confidence,
                unbiased ? "n-1" : "n",
                ccc,
                perfect ? 0 : se,
                perfect ? 1 : Math.tanh(middle - z * seZ),
                perfect ? 1 : Math.tanh(middle + z * seZ),
                ccc - z * (perfect ? 0 : se),
                ccc + z * (perfect ? 0 : se),
                r,
                ccc / r,
                Math.sqrt(vy / vx),
                u,
                perfect ? List.of(AssayFlag.PERFECT_LINE) : List.of());
    }
}
