package org.opencgt.science.potency.cli;

import java.util.Locale;

/** Which criterion of parallelism has to be met. */
enum Requirement {
    NONE,
    TEST,
    EQUIVALENCE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
