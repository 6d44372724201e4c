package org.opencgt.science.output;

import java.util.Locale;

/** How a result is written. */
public enum Format {
    /** For people: labels with units, six significant digits. */
    TABLE,
    /** One line for a result or for each of its rows, full precision. */
    CSV,
    /** Full precision. */
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
