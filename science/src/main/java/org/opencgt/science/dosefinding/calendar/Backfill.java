package org.opencgt.science.dosefinding.calendar;

import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.Limits;

/**
 * Patients who come while the cohort is full are treated at the highest dose below it that is open: its own outcomes, or those of it
 * and the next dose together, do not call for a lower one, and this holds of all doses below; it has not had its most patients; and,
 * if so wanted, somebody responded there.
 *
 * @param most patients at a dose, those of its cohorts counted
 * @param afterResponse whether somebody must have responded
 * @see <a href="https://doi.org/10.1158/1078-0432.CCR-23-2585">Zhao Y et al. Backfilling patients in phase I dose-escalation trials
 *     using Bayesian optimal interval design (BOIN). Clin Cancer Res 2024;30:673-9</a>
 */
public record Backfill(int most, boolean afterResponse) {

    private static final int LIMIT = 1000;

    public Backfill {
        Limits.whole(DoseFindingQuantity.BACKFILL, most, 1, LIMIT);
    }
}
