package org.opencgt.science.comparability;

import java.util.Arrays;
import java.util.List;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.SampleSummary;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The quality range mean ± k s of the reference, and how many test lots lie inside. Beside it the range from the least to the
 * greatest reference lot. Limits belong to the range.
 *
 * @param mean of the reference
 * @param sd of the reference
 * @param min of the reference
 * @param insideMinMax test lots within the reference's least and greatest
 */
@JsonNaming(SnakeCaseStrategy.class)
public record QualityRange(
        double k,
        int nReference,
        int nTest,
        double mean,
        double sd,
        double lower,
        double upper,
        int inside,
        double insidePercent,
        double min,
        double max,
        int insideMinMax,
        List<ComparabilityFlag> flags)
        implements Result {

    public QualityRange {
        flags = List.copyOf(flags);
    }

    /**
     * Of a reference, for test lots; missing values are left out.
     *
     * @throws BadInput if there are fewer than two reference lots
     */
    public static QualityRange of(double[] test, double[] reference, double k) {
        Check.positive(ComparabilityQuantity.RANGE_FACTOR, k);
        SampleSummary r = Contrast.summary(Group.REFERENCE, reference);
        double lower = r.mean() - k * r.sd();
        double upper = r.mean() + k * r.sd();
        double[] lots =
                Arrays.stream(test).filter(value -> !Double.isNaN(value)).toArray();
        int inside = within(lots, lower, upper);
        return new QualityRange(
                k,
                r.n(),
                lots.length,
                r.mean(),
                r.sd(),
                lower,
                upper,
                inside,
                lots.length == 0 ? Double.NaN : 100.0 * inside / lots.length,
                r.min(),
                r.max(),
                within(lots, r.min(), r.max()),
                lots.length == 0
                        ? List.of(ComparabilityFlag.NO_DATA)
                        : Contrast.isFlat(r) ? List.of(ComparabilityFlag.NO_REFERENCE_VARIATION) : List.of());
    }

    private static int within(double[] values, double lower, double upper) {
        return (int) Arrays.stream(values)
                .filter(value -> value >= lower && value <= upper)
                .count();
    }
}
