package org.opencgt.science.kinetics;

import java.util.Locale;

/** How an area over an interval goes on after the last quantified sample. */
public enum TailRule {
    /** Not at all, except that a retained zero inside the interval is reached by a straight line. PKNCA: aucint.last. */
    LAST,
    /** By a straight line to the next sample, also where that lies after the interval. PKNCA: aucint.all. */
    ALL,
    /** By the terminal slope from the last quantified value. PKNCA: aucint.inf.obs. */
    INF_OBS,
    /** By the terminal slope from the value it predicts at Tlast. PKNCA: aucint.inf.pred. */
    INF_PRED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
