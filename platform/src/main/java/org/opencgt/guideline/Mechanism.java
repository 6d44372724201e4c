package org.opencgt.guideline;

import java.util.Locale;

/** How a clause is served. */
public enum Mechanism {
    GATE,
    OBLIGATION,
    EVIDENCE,
    ANALYSIS,
    PROFILE,
    NONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
