package org.opencgt.science.dosefinding.calendar;

import org.jspecify.annotations.Nullable;
import org.opencgt.science.Check;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.Limits;

/**
 * The time side of a trial, in days.
 *
 * @param patientsPerMonth mean rate at which patients come, one after another at random
 * @param window for how long a patient is watched for dose-limiting toxicity
 * @param lateFraction the part of all toxicities that comes in the second half of the window; the time to toxicity has a Weibull
 *     distribution
 * @param conduct when a decision is taken
 * @param sentinel from the infusion of a cohort's first patient to that of the second
 * @param stagger from each infusion of a cohort to the next, after the second
 * @param manufacturing of the products
 * @param backfill of lower doses; null for none
 */
public record Calendar(
        double patientsPerMonth,
        double window,
        double lateFraction,
        Conduct conduct,
        double sentinel,
        double stagger,
        Manufacturing manufacturing,
        @Nullable Backfill backfill) {

    static final double DAYS_PER_MONTH = 365.25 / 12;

    public Calendar {
        Check.positive(DoseFindingQuantity.ACCRUAL, patientsPerMonth);
        Check.positive(DoseFindingQuantity.WINDOW, window);
        Limits.inside(DoseFindingQuantity.LATE_FRACTION, lateFraction, 0, 1);
        Check.notNegative(DoseFindingQuantity.SENTINEL, sentinel);
        Check.notNegative(DoseFindingQuantity.STAGGER, stagger);
    }

    /** Patients at a rate, watched for a window, with everything else as simple as can be. */
    public static Calendar of(double patientsPerMonth, double window) {
        return new Calendar(patientsPerMonth, window, 0.5, Conduct.WAIT, 0, 0, Manufacturing.PERFECT, null);
    }

    public Calendar with(Conduct newConduct) {
        return new Calendar(
                patientsPerMonth, window, lateFraction, newConduct, sentinel, stagger, manufacturing, backfill);
    }

    public Calendar with(Manufacturing newManufacturing) {
        return new Calendar(
                patientsPerMonth, window, lateFraction, conduct, sentinel, stagger, newManufacturing, backfill);
    }

    public Calendar with(Backfill newBackfill) {
        return new Calendar(
                patientsPerMonth, window, lateFraction, conduct, sentinel, stagger, manufacturing, newBackfill);
    }

    public Calendar staggered(double newSentinel, double newStagger) {
        return new Calendar(
                patientsPerMonth, window, lateFraction, conduct, newSentinel, newStagger, manufacturing, backfill);
    }
}
