package org.opencgt.science.table;

import java.util.OptionalDouble;

/** How numbers are written in files and options: ASCII decimals such as {@code 1.5}, {@code -.5} or {@code 2e6}. */
public final class Numbers {

    private Numbers() {}

    /** The number that a text writes; empty if it writes none, or one too large for a double. Blanks around it are ignored. */
    public static OptionalDouble parse(String text) {
        double value = Decimal.parse(text.toCharArray(), 0, text.length());
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * The fraction from 0 to 1 that a text writes, as {@code 0.92} or {@code 92%}; empty if it writes none. A number above 1
     * without a percent sign is none: one cannot tell which of the two its writer meant.
     */
    public static OptionalDouble parseFraction(String text) {
        String stripped = text.strip();
        boolean percent = stripped.endsWith("%");
        OptionalDouble number = parse(percent ? stripped.substring(0, stripped.length() - 1) : stripped);
        if (number.isEmpty()) {
            return number;
        }
        double fraction = percent ? number.getAsDouble() / 100 : number.getAsDouble();
        return fraction >= 0 && fraction <= 1 ? OptionalDouble.of(fraction) : OptionalDouble.empty();
    }
}
