package org.opencgt.science.stability;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Locale;
import org.opencgt.science.Fault;
import org.opencgt.science.statistics.StudentT;

/**
 * How a shelf life is read from data; settled before they are seen.
 *
 * @param interval of the confidence limits of the mean
 * @param poolability the level at which batches are told apart, 0.25 in ICH Q1E
 * @param timeShift added to times before they are transformed, so that there is a logarithm at zero
 */
@RecordBuilder
public record ShelfLifePlan(
        Specification specification,
        Interval interval,
        double confidence,
        double poolability,
        Transformation timeScale,
        double timeShift,
        Transformation valueScale)
        implements ShelfLifePlanBuilder.With {

    /** Whether the error of the confidence limits lies on one side or on both. */
    public enum Interval {
        ONE_SIDED,
        TWO_SIDED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public ShelfLifePlan {
        if (!(confidence > 0 && confidence < 1) || !(poolability >= 0 && poolability <= 1)) {
            throw Fault.of(StabilityFault.CONFIDENCE)
                    .with("confidence", confidence)
                    .with("poolability", poolability)
                    .asException();
        }
    }

    /** As ICH Q1E has it: a one-sided limit of 95%, batches told apart at 0.25, no transformation. */
    public static ShelfLifePlan of(Specification specification) {
        return new ShelfLifePlan(
                specification, Interval.ONE_SIDED, 0.95, 0.25, Transformation.NONE, 0, Transformation.NONE);
    }

    double quantile(int df) {
        return StudentT.quantile(interval == Interval.ONE_SIDED ? confidence : (1 + confidence) / 2, df);
    }

    double x(double time) {
        return timeScale.checked(StabilityQuantity.TIME, time + timeShift);
    }

    double y(double value) {
        return valueScale.checked(StabilityQuantity.RESULT, value);
    }

    double limit(double limit) {
        return valueScale.checked(StabilityQuantity.SPECIFICATION_LIMIT, limit);
    }

    double time(double x) {
        return Double.isInfinite(x) ? x : timeScale.back(x) - timeShift;
    }
}
