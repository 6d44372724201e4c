package org.opencgt.science.dosefinding.design;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.opencgt.science.Explanation;
import org.opencgt.science.dosefinding.BetaPosterior;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.Limits;

/**
 * Toxicity probability interval designs. The posterior of toxicity under a uniform prior is held against intervals, one of which,
 * from φ − ε1 to φ + ε2, is the target interval. The interval with the largest unit probability mass (posterior probability over
 * length) decides: below the target interval escalate, the target interval stay, above it de-escalate; of equal intervals the
 * highest counts. A dose and all above are eliminated if Pr(p &gt; φ | data) &gt; cut-off.
 *
 * @param kind which intervals there are beside the target interval
 * @param target φ
 * @param below ε1
 * @param above ε2
 * @param cutoff for elimination
 */
public record IntervalDesign(Kind kind, double target, double below, double above, double cutoff)
        implements TableDesign {

    public static final double DEFAULT_MARGIN = 0.05;
    public static final double DEFAULT_CUTOFF = 0.95;

    /** A target interval shorter than this distinguishes nothing that a trial could. */
    private static final double SHORTEST_TARGET = 0.001;

    /** Which intervals there are. */
    public enum Kind {
        /**
         * One below the target interval and one above.
         *
         * @see <a href="https://doi.org/10.1177/1740774510382799">Ji Y, Liu P, Li Y, Bekele BN. A modified toxicity probability
         *     interval method for dose-finding trials. Clin Trials 2010;7:653-63</a>
         */
        MTPI,
        /**
         * As many of the length of the target interval as there is room for.
         *
         * @see <a href="https://doi.org/10.1016/j.cct.2017.04.006">Guo W et al. A Bayesian interval dose-finding design addressing
         *     Ockham's razor: mTPI-2. Contemp Clin Trials 2017;58:23-33</a>
         */
        MTPI2,
        /**
         * The same intervals, called keys.
         *
         * @see <a href="https://doi.org/10.1158/1078-0432.CCR-17-0220">Yan F, Mandrekar SJ, Yuan Y. Keyboard: a novel Bayesian
         *     toxicity probability interval design for phase I clinical trials. Clin Cancer Res 2017;23:3994-4003</a>
         */
        KEYBOARD
    }

    public IntervalDesign {
        Limits.inside(DoseFindingQuantity.TARGET, target, 0, 1);
        Limits.within(DoseFindingQuantity.MARGIN_BELOW, below, 0, 1);
        Limits.within(DoseFindingQuantity.MARGIN_ABOVE, above, 0, 1);
        Limits.below(DoseFindingQuantity.MARGIN_BELOW, below, DoseFindingQuantity.TARGET, target);
        Limits.inside(DoseFindingQuantity.TARGET_INTERVAL_END, target + above, 0, 1);
        Limits.within(DoseFindingQuantity.TARGET_INTERVAL_LENGTH, below + above, SHORTEST_TARGET, 1);
        Limits.inside(DoseFindingQuantity.ELIMINATION_CUTOFF, cutoff, 0, 1);
    }

    /** With a target interval of φ ± 0.05 and a cut-off of 0.95. */
    public static IntervalDesign withDefaults(Kind kind, double target) {
        return new IntervalDesign(kind, target, DEFAULT_MARGIN, DEFAULT_MARGIN, DEFAULT_CUTOFF);
    }

    /** The same with another target interval. */
    public IntervalDesign withMargins(double newBelow, double newAbove) {
        return new IntervalDesign(kind, target, newBelow, newAbove, cutoff);
    }

    /** The same with another cut-off for elimination. */
    public IntervalDesign withCutoff(double newCutoff) {
        return new IntervalDesign(kind, target, below, above, newCutoff);
    }

    @Override
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("target", target);
        settings.put("e1", below);
        settings.put("e2", above);
        settings.put("cutoffEli", cutoff);
        return settings;
    }

    @Override
    public Decision cell(int patients, int dlts) {
        BetaPosterior posterior = BetaPosterior.uniformPrior(dlts, patients);
        if (posterior.above(target) > cutoff) {
            return Decision.ELIMINATE;
        }
        ProbabilityIntervals intervals = intervals();
        double start = intervals.lower(intervals.strongest(posterior));
        return start < target - below
                ? Decision.ESCALATE
                : start > target - below ? Decision.DEESCALATE : Decision.STAY;
    }

    @Override
    public Explanation why(int patients, int dlts) {
        BetaPosterior posterior = BetaPosterior.uniformPrior(dlts, patients);
        ProbabilityIntervals intervals = intervals();
        int strongest = intervals.strongest(posterior);
        DesignReason reason = switch (cell(patients, dlts)) {
            case ELIMINATE -> DesignReason.TOO_TOXIC;
            case ESCALATE -> DesignReason.MASS_BELOW_TARGET;
            case DEESCALATE -> DesignReason.MASS_ABOVE_TARGET;
            default -> DesignReason.MASS_IN_TARGET;
        };
        return Explanation.of(reason)
                .with("dlts", dlts)
                .with("patients", patients)
                .with("target", target)
                .with("probability", Figures.of(posterior.above(target)))
                .with("cutoff", Figures.of(cutoff))
                .with("lower", Figures.of(intervals.lower(strongest)))
                .with("upper", Figures.of(intervals.upper(strongest)))
                .with("mass", Figures.of(intervals.unitMass(strongest, posterior)));
    }

    @Override
    public ClosestToTarget selection() {
        return ClosestToTarget.of(target);
    }

    private ProbabilityIntervals intervals() {
        return kind == Kind.MTPI
                ? ProbabilityIntervals.three(target - below, target + above)
                : ProbabilityIntervals.keys(target - below, target + above);
    }
}
