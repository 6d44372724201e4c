package org.opencgt.science.dosefinding.administration;

import java.util.ArrayList;
import java.util.List;
import org.opencgt.science.Check;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.Limits;

/**
 * When patients can be infused at the earliest: the first of a cohort is the sentinel, whom the second follows after a wait and the
 * others one after another; the next cohort begins once the last window of the cohort has ended and its outcomes were reviewed. Times
 * are days from the first infusion.
 *
 * @param cohorts how many
 * @param size patients in each
 * @param sentinelDays from the first infusion of a cohort to the second
 * @param staggerDays between the others
 * @param windowDays for which each patient is watched
 * @param reviewDays from the end of the last window to the first infusion of the next cohort
 */
public record StaggeredPlan(
        int cohorts, int size, double sentinelDays, double staggerDays, double windowDays, double reviewDays) {

    private static final int MOST = 100;

    public StaggeredPlan {
        Limits.whole(DoseFindingQuantity.COHORTS, cohorts, 1, MOST);
        Limits.whole(DoseFindingQuantity.COHORT_SIZE, size, 1, MOST);
        Check.notNegative(DoseFindingQuantity.SENTINEL, sentinelDays);
        Check.notNegative(DoseFindingQuantity.STAGGER, staggerDays);
        Check.positive(DoseFindingQuantity.WINDOW, windowDays);
        Check.notNegative(AdministrationQuantity.REVIEW, reviewDays);
    }

    /**
     * One infusion.
     *
     * @param cohort from 1
     * @param patient of the cohort, from 1
     * @param infusion the earliest day
     * @param windowEnd the day on which the patient's outcome is known at the latest
     * @param decision the day from which the cohort's outcomes allow a decision
     */
    public record Infusion(
            int cohort, int patient, boolean sentinel, double infusion, double windowEnd, double decision) {}

    /** The infusions in order. */
    public List<Infusion> infusions() {
        List<Infusion> infusions = new ArrayList<>();
        double start = 0;
        for (int cohort = 1; cohort <= cohorts; cohort++) {
            double last = start + (size > 1 ? sentinelDays + (size - 2) * staggerDays : 0);
            for (int patient = 1; patient <= size; patient++) {
                double day = start + (patient > 1 ? sentinelDays + (patient - 2) * staggerDays : 0);
                infusions.add(new Infusion(cohort, patient, patient == 1, day, day + windowDays, last + windowDays));
            }
            start = last + windowDays + reviewDays;
        }
        return infusions;
    }
}
