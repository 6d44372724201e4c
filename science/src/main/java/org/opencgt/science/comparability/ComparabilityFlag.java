package org.opencgt.science.comparability;

import org.opencgt.science.TextKey;

/** What has to be borne in mind with a result. */
public enum ComparabilityFlag implements TextKey {
    /** All values of the test group are equal. */
    NO_TEST_VARIATION,
    /** All values of the reference group are equal. */
    NO_REFERENCE_VARIATION,
    /** Fewer than six lots in a group: intervals rest on the assumption of a normal distribution. */
    FEW_LOTS,
    /** The sample is too small for a distribution-free limit of that coverage and confidence. */
    SAMPLE_TOO_SMALL,
    /** The margin was taken from the same reference data. */
    MARGIN_FROM_THESE_DATA,
    /** Equal values occur: the exact p-value is that given the ties. */
    TIES,
    /** The data are too many for the exact distribution; the p-value is asymptotic. */
    ASYMPTOTIC,
    /** There are no data for it. */
    NO_DATA
}
