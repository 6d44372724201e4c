package org.opencgt.science.assay.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.TextKey;

/** The criteria that commands of this area can find not met. */
enum AssayCriterion implements TextKey {
    SLOPE_OUTSIDE,
    LIMITS_OF_AGREEMENT_OUTSIDE,
    CONCORDANCE_TOO_LOW,
    KAPPA_TOO_LOW,
    CV_OVER_LIMIT,
    R_SQUARED_TOO_LOW,
    ACCURACY_OUTSIDE,
    EFFECT_TOO_LARGE,
    UNREADABLE_RATIO,
    NOT_BRIDGED_BIAS,
    NOT_BRIDGED_PRECISION,
    INFERIOR_DETECTION,
    SEPARATED;

    /** Whether the interval of a slope lies within limits; one that is not bounded does not. */
    static List<Fault> slopeWithin(double lower, double upper, @Nullable Double least, @Nullable Double most) {
        boolean met = (least == null || lower >= least) && (most == null || upper <= most);
        return met
                ? List.of()
                : List.of(Fault.of(SLOPE_OUTSIDE).with("lower", lower).with("upper", upper));
    }
}
