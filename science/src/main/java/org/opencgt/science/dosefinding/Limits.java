package org.opencgt.science.dosefinding;

import org.opencgt.science.Fault;
import org.opencgt.science.TextKey;

/** Checks of parameters. Each returns the value, or throws {@link org.opencgt.science.BadInput} that names it. */
public final class Limits {

    private static final int MOST_DOSES = 30;

    private Limits() {}

    /** Refuses no dose, and more than the engines can number. */
    static void doses(int number) {
        if (number == 0) {
            throw Fault.of(DoseFindingFault.NO_DOSES).asException();
        }
        if (number > MOST_DOSES) {
            throw Fault.of(DoseFindingFault.TOO_MANY_DOSES)
                    .with("doses", number)
                    .with("most", MOST_DOSES)
                    .asException();
        }
    }

    /** Refuses what is not strictly between two limits. */
    public static double inside(TextKey quantity, double value, double lower, double upper) {
        if (!(value > lower && value < upper)) {
            throw range(DoseFindingFault.NOT_BETWEEN, quantity, value, lower, upper);
        }
        return value;
    }

    /** Refuses what is not between two limits, or one of them. */
    public static double within(TextKey quantity, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw range(DoseFindingFault.NOT_WITHIN, quantity, value, lowest, highest);
        }
        return value;
    }

    /** Refuses what is not from one whole number to another. */
    public static int whole(TextKey quantity, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw range(DoseFindingFault.NOT_WITHIN, quantity, value, lowest, highest);
        }
        return value;
    }

    /** Refuses what is not below another quantity. */
    public static double below(TextKey quantity, double value, TextKey other, double limit) {
        if (!(value < limit)) {
            throw Fault.of(DoseFindingFault.NOT_BELOW)
                    .with("quantity", quantity)
                    .with("value", value)
                    .with("other", other)
                    .with("limit", limit)
                    .asException();
        }
        return value;
    }

    private static RuntimeException range(
            DoseFindingFault fault, TextKey quantity, Object value, Object lower, Object upper) {
        return Fault.of(fault)
                .with("quantity", quantity)
                .with("value", value)
                .with("lower", lower)
                .with("upper", upper)
                .asException();
    }
}
