package org.opencgt.science.stability;

import java.util.List;
import java.util.Locale;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;

/**
 * What a result may be.
 *
 * @param lower NaN if there is no lower limit
 * @param upper NaN if there is no upper limit
 */
public record Specification(double lower, double upper) {

    /** On which side there is a limit. */
    public enum Side {
        LOWER,
        UPPER,
        BOTH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Specification {
        if (lower >= upper) {
            throw Fault.of(StabilityFault.LIMITS_REVERSED)
                    .with("lower", lower)
                    .with("upper", upper)
                    .asException();
        }
    }

    /**
     * From limits as people give them.
     *
     * @param limits one, or the lower and the upper one where both sides are limited
     * @throws BadInput if their number does not fit the side or they are reversed
     */
    public static Specification of(List<Double> limits, Side side) {
        if (limits.size() != (side == Side.BOTH ? 2 : 1)) {
            throw Fault.of(StabilityFault.LIMITS_OF_SIDE)
                    .with("n", limits.size())
                    .with("side", side)
                    .asException();
        }
        limits.forEach(limit -> Check.finite(StabilityQuantity.SPECIFICATION_LIMIT, limit));
        return new Specification(
                side == Side.UPPER ? Double.NaN : limits.getFirst(),
                side == Side.LOWER ? Double.NaN : limits.getLast());
    }

    public boolean hasLower() {
        return !Double.isNaN(lower);
    }

    public boolean hasUpper() {
        return !Double.isNaN(upper);
    }
}
