package org.opencgt.science.dosefinding.trial;

import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.Limits;

/**
 * How a trial is carried out around the rules of its design.
 *
 * @param cohortSize patients treated together
 * @param cohorts at most so many
 * @param startDose from 1
 * @param earlyStop the trial ends when the design stays at a dose that so many patients have received
 * @param titration whether single patients receive one dose after another, from the first, until one of them has a
 *     dose-limiting toxicity or the highest dose is reached; the cohort is then completed there
 */
public record TrialPlan(int cohortSize, int cohorts, int startDose, int earlyStop, boolean titration) {

    /** For {@code earlyStop}: never. */
    public static final int NEVER = Integer.MAX_VALUE;

    private static final int MOST_PATIENTS = 1000;

    public TrialPlan {
        Limits.whole(DoseFindingQuantity.COHORT_SIZE, cohortSize, 1, MOST_PATIENTS);
        Limits.whole(DoseFindingQuantity.COHORTS, cohorts, 1, MOST_PATIENTS / cohortSize);
        Limits.whole(DoseFindingQuantity.START_DOSE, startDose, 1, MOST_PATIENTS);
        Limits.whole(DoseFindingQuantity.EARLY_STOP, earlyStop, 1, NEVER);
    }

    /** Cohorts of one size from the lowest dose. */
    public static TrialPlan of(int cohortSize, int cohorts) {
        return new TrialPlan(cohortSize, cohorts, 1, NEVER, false);
    }

    public TrialPlan startingAt(int dose) {
        return new TrialPlan(cohortSize, cohorts, dose, earlyStop, titration);
    }

    public TrialPlan stoppingAfter(int patientsAtDose) {
        return new TrialPlan(cohortSize, cohorts, startDose, patientsAtDose, titration);
    }

    public TrialPlan withTitration() {
        return new TrialPlan(cohortSize, cohorts, startDose, earlyStop, true);
    }

    /** The most patients that the trial treats. */
    public int maximumPatients() {
        return cohortSize * cohorts;
    }

    /** Whether single patients come first; pointless where all cohorts are single patients. */
    public boolean beginsWithTitration() {
        return titration && cohortSize > 1;
    }

    /** Refuses a start above the highest dose, and fewer patients than titration can take. */
    public void checkFor(int doses) {
        Limits.whole(DoseFindingQuantity.START_DOSE, startDose, 1, doses);
        if (beginsWithTitration()) {
            Limits.whole(
                    DoseFindingQuantity.MAXIMUM_PATIENTS, maximumPatients(), doses + cohortSize - 1, MOST_PATIENTS);
        }
    }
}
