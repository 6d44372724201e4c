package org.opencgt.science.assay.cli;

import java.util.Locale;

/** The ways to a detection limit, as named on the command line. */
enum LimitMethod {
    SLOPE,
    PROBIT,
    LOGIT,
    BLANK;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
