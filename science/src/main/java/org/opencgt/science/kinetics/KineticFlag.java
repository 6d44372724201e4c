package org.opencgt.science.kinetics;

import java.util.Locale;
import org.opencgt.science.TextKey;

/** What is to be noticed about the parameters of a curve, and why one of them does not exist. */
public enum KineticFlag implements TextKey {
    /** There is no sample in the interval that is analysed. */
    NO_SAMPLES,
    /** There is one sample only, so there is no area. */
    SINGLE_SAMPLE,
    /** No sample is quantified. */
    ALL_BELOW_LIMIT,
    /** Results were missing and are left out. */
    MISSING_RESULTS,
    /** The samples were not in order of time and have been put in order. */
    UNSORTED,
    /** A sample at or before the dose is quantified. */
    PREDOSE_QUANTIFIED,
    /** A result below the limit lies between quantified ones, so areas depend on the rule for it. */
    BELOW_LIMIT_BETWEEN,
    /** There is no sample at the start of the interval, so no area from there. */
    NO_SAMPLE_AT_START,
    /** The value at the start of the interval is not measured but taken by the rule that was asked for. */
    START_IMPUTED,
    /** An area over an interval begins before the first sample; it is taken to rise from zero. */
    INTERVAL_BEFORE_FIRST_SAMPLE,
    /** An area over an interval ends after the last sample, and what lies between counts as the tail rule says. */
    INTERVAL_AFTER_LAST_SAMPLE,
    /** The largest value is the first after the dose, so the peak may have been missed. */
    TMAX_AT_FIRST_SAMPLE,
    /** The largest value is the last one, so the curve may still rise. */
    TMAX_AT_LAST_SAMPLE,
    /** The last sample is quantified: the cells persist at least until then. */
    STILL_QUANTIFIABLE,
    /** After falling from its peak the curve rises again by more than twofold. */
    SECOND_PEAK,
    /** All values are equal, so there is no slope. */
    CONSTANT_VALUES,
    /** Fewer quantified samples after the peak than a terminal slope needs. */
    TOO_FEW_POINTS_AFTER_TMAX,
    /** Fewer than two quantified samples in the window that was asked for. */
    TOO_FEW_POINTS_IN_WINDOW,
    /** The terminal slope does not fall. */
    NO_TERMINAL_DECLINE,
    /** Adjusted r² of the terminal slope is below the criterion: its half-life is not reliable. */
    LOW_ADJUSTED_R_SQUARED,
    /** The terminal slope spans fewer half-lives than the criterion: its half-life is not reliable. */
    SHORT_SPAN,
    /** The terminal slope goes through two points only. */
    TWO_POINT_SLOPE,
    /** More of AUCinf is extrapolated than the criterion allows. */
    LARGE_EXTRAPOLATION,
    /** A dose was expected but is not known, so nothing that depends on it is computed. */
    NO_DOSE;

    @Override
    public String key() {
        return "kinetics.flag." + this;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
