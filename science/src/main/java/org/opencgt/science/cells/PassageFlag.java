package org.opencgt.science.cells;

import java.util.Locale;

/** What is to be noticed about the doublings of a passage. */
public enum PassageFlag {
    /** Cells were not counted, so the doubling level is unknown from here on. */
    MISSING_COUNT,
    /** The time is not known, and so is the doubling time. */
    MISSING_TIME,
    /** The population did not grow, so it has no doubling time. */
    NO_GROWTH;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
