package org.opencgt.science.kinetics;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.opencgt.science.Check;

/**
 * Finds the four phases of a living drug in the body. Only what is quantified after the dose counts; all slopes are those of
 * ln c.
 *
 * <ul>
 *   <li>The <b>peak</b> is the first turn from rise to fall that reaches {@code mainPeak} of Cmax. A turn is one after which the
 *       curve has moved back by the factor {@code reversal}.
 *   <li><b>Expansion</b> runs from the lowest value before the peak to the peak; its rate is that of least squares over all its
 *       samples, the doubling time ln 2/rate.
 *   <li><b>Distribution</b> is the fall to that lowest value, if it is by the factor {@code reversal}, begins with the highest
 *       value before it, and ends no later than {@code distributionBy}.
 *   <li>The fall from the peak is <b>contraction</b>. Where two lines that meet describe it better than one (F test at {@code
 *       significance}, at least five samples) and the second falls less, the second is <b>persistence</b>.
 *   <li>A later rise by the factor {@code reversal} is a re-expansion: the fall is looked at only up to where it begins.
 * </ul>
 *
 * <p>Source of the phases: Stein AM et al. CPT Pharmacometrics Syst Pharmacol 2019;8:285-95; of the broken line: {@link
 * BrokenLine}. Curves without one of the phases are told so by flags.
 *
 * @param reversal factor, above 1
 * @param mainPeak fraction of Cmax
 * @param distributionBy in the unit of time
 * @param significance of the F test
 */
@RecordBuilder
public record PhaseFinder(double reversal, double mainPeak, double distributionBy, double significance, Units units)
        implements PhaseFinderBuilder.With {

    /** Days by which distribution is over. */
    private static final double DISTRIBUTION_DAYS = 14;

    public PhaseFinder {
        Check.positive(KineticsQuantity.REVERSAL, reversal - 1);
        Check.fraction(KineticsQuantity.MAIN_PEAK, mainPeak);
        Check.positive(KineticsQuantity.TIME, distributionBy);
        Check.fraction(KineticsQuantity.SIGNIFICANCE, significance);
    }

    /** Twofold reversals, a peak of at least a tenth of Cmax, distribution by day 14, and times in the unit that is named. */
    public static PhaseFinder withDefaults(Units units) {
        return new PhaseFinder(2, 0.1, units.days(DISTRIBUTION_DAYS), 0.05, units);
    }

    /** The phases of a curve after a dose at time zero. */
    public Phases find(Curve curve) {
        return new CurvePhases(this, curve).phases();
    }
}
