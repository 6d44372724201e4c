package org.opencgt.science.dosefinding.design;

import java.util.stream.IntStream;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.Limits;

/**
 * For which numbers of patients at a dose a table is wanted: cohort, 2 × cohort and so on.
 *
 * @param cohort patients in a cohort
 * @param maximum the most patients at one dose
 */
public record TableSize(int cohort, int maximum) {

    /** Tables beyond this are of no use to anybody, and their making takes quadratic time and space. */
    static final int LIMIT = 1000;

    public TableSize {
        Limits.whole(DoseFindingQuantity.MAXIMUM_PATIENTS, maximum, 1, LIMIT);
        Limits.whole(DoseFindingQuantity.COHORT_SIZE, cohort, 1, maximum);
    }

    /** The numbers of patients. */
    IntStream patients() {
        return IntStream.rangeClosed(1, maximum / cohort).map(cohorts -> cohorts * cohort);
    }
}
