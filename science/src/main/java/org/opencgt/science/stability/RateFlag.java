package org.opencgt.science.stability;

import java.util.Locale;
import org.opencgt.science.TextKey;

/** What is to be noticed about rates of degradation. */
public enum RateFlag implements TextKey {
    /** There are two temperatures only, so nothing is known of the error. */
    NO_INTERVALS,
    /** All rates lie on the line. */
    PERFECT_FIT,
    /** A line shows no loss at a temperature, so it has no logarithm of a rate and is left out of the second step. */
    NO_LOSS,
    /** Accelerated data support a shelf life; they cannot set one. */
    SUPPORTIVE_ONLY;

    @Override
    public String key() {
        return "stability.rate." + this;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
