package org.opencgt.science.dosefinding.calendar;

import java.util.Locale;

/** When a cohort's outcomes suffice for a decision. */
public enum Conduct {
    /** When all are known. */
    WAIT,
    /** As soon as the decision is the same whatever comes of the patients who are still followed. */
    CERTAIN,
    /** As TITE-BOIN has it. */
    TITE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
