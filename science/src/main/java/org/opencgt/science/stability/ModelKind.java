package org.opencgt.science.stability;

import java.util.Locale;
import org.opencgt.science.TextKey;

/** What batches have in common in a model of stability, by the names of ICH Q1E and its readers. */
public enum ModelKind implements TextKey {
    /** There is one batch only. */
    SINGLE,
    /** Common intercept, common slope. */
    CICS,
    /** Different intercepts, common slope. */
    DICS,
    /** Different intercepts, different slopes, one variance. */
    DIDS_PMSE,
    /** A line of its own for each batch, with a variance of its own. */
    DIDS;

    @Override
    public String key() {
        return "stability.model." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
