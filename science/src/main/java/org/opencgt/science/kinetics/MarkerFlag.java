package org.opencgt.science.kinetics;

import java.util.Locale;
import org.opencgt.science.TextKey;

/** What is to be noticed about the response of a marker. */
public enum MarkerFlag implements TextKey {
    /** There is no sample before the dose, so nothing can be held against a baseline. */
    NO_BASELINE,
    /** The baseline is below the limit of quantification: it counts as zero, and the fold is at least what is given. */
    BASELINE_BELOW_LIMIT,
    /** There is no sample after the dose. */
    NO_SAMPLE_AFTER_DOSE,
    /** The largest value is the last one, so the marker may still rise. */
    PEAK_AT_LAST_SAMPLE,
    /** The marker was below the threshold before the dose. */
    DEPLETED_AT_BASELINE,
    /** The marker has not recovered by the last sample: depletion lasts at least as long as given. */
    DEPLETION_ONGOING,
    /** The marker fell below the threshold again after it had recovered. */
    DEPLETED_AGAIN;

    @Override
    public String key() {
        return "kinetics.marker." + this;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
