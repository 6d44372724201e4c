package org.opencgt.science;

/** Checks of single numbers. Each returns the number, or throws {@link BadInput} with its quantity's name and value. */
public final class Check {

    enum ValueFault implements TextKey {
        NOT_FINITE,
        NOT_POSITIVE,
        NEGATIVE,
        NOT_A_FRACTION
    }

    private Check() {}

    /** Refuses what is not a finite number. */
    public static double finite(TextKey quantity, double value) {
        return require(Double.isFinite(value), ValueFault.NOT_FINITE, quantity, value);
    }

    /** Refuses what is not a finite number above zero. */
    public static double positive(TextKey quantity, double value) {
        finite(quantity, value);
        return require(value > 0, ValueFault.NOT_POSITIVE, quantity, value);
    }

    /** Refuses what is not a finite number of zero or more. */
    public static double notNegative(TextKey quantity, double value) {
        finite(quantity, value);
        return require(value >= 0, ValueFault.NEGATIVE, quantity, value);
    }

    /** Refuses what is not a number from 0 to 1. */
    public static double fraction(TextKey quantity, double value) {
        return require(value >= 0 && value <= 1, ValueFault.NOT_A_FRACTION, quantity, value);
    }

    private static double require(boolean holds, ValueFault fault, TextKey quantity, double value) {
        if (!holds) {
            throw Fault.of(fault)
                    .with("quantity", quantity)
                    .with("value", value)
                    .asException();
        }
        return value;
    }
}
