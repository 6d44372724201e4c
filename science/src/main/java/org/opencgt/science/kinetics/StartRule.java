package org.opencgt.science.kinetics;

import java.util.Locale;

/** What the value at the start of the interval is taken to be where no sample was drawn there. */
public enum StartRule {
    /** Unknown: areas from the start then do not exist. The default of PKNCA. */
    REQUIRED,
    /** Zero, as for cells that were not there before the dose. */
    ZERO,
    /** That of the last sample before the start; unknown if there is none. */
    PREDOSE,
    /** Where the first two values fall, that of the exponential through them; else the first value. For a bolus. */
    BACK_EXTRAPOLATED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
