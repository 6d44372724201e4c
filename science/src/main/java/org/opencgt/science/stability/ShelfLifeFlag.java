package org.opencgt.science.stability;

import java.util.Locale;
import org.opencgt.science.TextKey;

/** What is to be noticed about a shelf life. */
public enum ShelfLifeFlag implements TextKey {
    /** All results lie on their lines, so no variance can be estimated and tests divide by zero. */
    PERFECT_FIT,
    /** There is one batch, so nothing is known of differences between batches. ICH asks for three. */
    ONE_BATCH,
    /** There are fewer than the three batches that ICH asks for. */
    FEWER_THAN_THREE_BATCHES,
    /** A batch has no more results than a line has parameters, so it has no confidence limits of its own. */
    NO_VARIANCE_OF_A_BATCH,
    /** The confidence limit is beyond the specification at the start. */
    OUTSIDE_AT_START,
    /** The confidence limit never meets the specification; data cannot bear an infinite shelf life. */
    NEVER_CROSSES,
    /** The shelf life lies beyond the last time at which all batches were tested. */
    EXTRAPOLATED;

    @Override
    public String key() {
        return "stability.flag." + this;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
