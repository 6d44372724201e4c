package org.opencgt.science.dosefinding.design;

import java.util.LinkedHashMap;
import java.util.Map;
import org.opencgt.science.Explanation;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.BetaPosterior;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.Limits;

/**
 * Bayesian optimal interval design. With y toxicities among n patients at the dose, escalate if y / n ≤ λ<sub>e</sub>,
 * de-escalate if y / n ≥ λ<sub>d</sub>, where
 *
 * <pre>
 *   λe = log((1 − φ1) / (1 − φ)) / log(φ (1 − φ1) / (φ1 (1 − φ)))
 *   λd = log((1 − φ) / (1 − φ2)) / log(φ2 (1 − φ) / (φ (1 − φ2)))
 * </pre>
 *
 * <p>From three patients on, a dose and all above are eliminated if Pr(p &gt; φ | y, n) &gt; cut-off under a uniform prior.
 * With extra safety the trial ends at the lowest dose already if that probability exceeds cut-off − offset.
 *
 * @param target φ
 * @param subtherapeutic φ1, the highest probability of toxicity that calls for escalation
 * @param overtoxic φ2, the lowest one that calls for de-escalation
 * @param cutoff for elimination
 * @param extraSafe whether the lowest dose has the stricter rule
 * @param offset of that rule
 * @param bounded whether no dose with an estimate above λd is selected
 * @see <a href="https://doi.org/10.1111/rssc.12089">Liu S, Yuan Y. Bayesian optimal interval designs for phase I clinical
 *     trials. J R Stat Soc C 2015;64:507-23</a>
 */
public record Boin(
        double target,
        double subtherapeutic,
        double overtoxic,
        double cutoff,
        boolean extraSafe,
        double offset,
        boolean bounded)
        implements TableDesign {

    public static final double DEFAULT_CUTOFF = 0.95;
    public static final double DEFAULT_OFFSET = 0.05;

    /** Fewer patients than this say too little to give up a dose. */
    private static final int FEWEST_TO_ELIMINATE = 3;

    /** A product λd n this close to a whole number is one. */
    private static final double WHOLE = 1e-12;

    /** φ1 and φ2 must be at least this part of φ away from it. */
    private static final double LEAST_DISTANCE = 0.1;

    public Boin {
        Limits.inside(DoseFindingQuantity.TARGET, target, 0, 1);
        Limits.inside(DoseFindingQuantity.HIGHEST_SUBTHERAPEUTIC, subtherapeutic, 0, 1);
        Limits.inside(DoseFindingQuantity.LOWEST_OVERTOXIC, overtoxic, 0, 1);
        Limits.below(DoseFindingQuantity.HIGHEST_SUBTHERAPEUTIC, subtherapeutic, DoseFindingQuantity.TARGET, target);
        Limits.below(DoseFindingQuantity.TARGET, target, DoseFindingQuantity.LOWEST_OVERTOXIC, overtoxic);
        distant(DoseFindingQuantity.HIGHEST_SUBTHERAPEUTIC, subtherapeutic, target);
        distant(DoseFindingQuantity.LOWEST_OVERTOXIC, overtoxic, target);
        Limits.inside(DoseFindingQuantity.ELIMINATION_CUTOFF, cutoff, 0, 1);
        Limits.inside(DoseFindingQuantity.OFFSET, offset, 0, 0.5);
        Limits.below(DoseFindingQuantity.OFFSET, offset, DoseFindingQuantity.ELIMINATION_CUTOFF, cutoff);
    }

    /** With φ1 = 0.6 φ, φ2 = 1.4 φ and a cut-off of 0.95, as the authors recommend. */
    public static Boin withDefaults(double target) {
        Limits.inside(DoseFindingQuantity.TARGET, target, 0, 1 / 1.4);
        return new Boin(target, 0.6 * target, 1.4 * target, DEFAULT_CUTOFF, false, DEFAULT_OFFSET, false);
    }

    /** The same with other probabilities that call for escalation and de-escalation. */
    public Boin withInterval(double newSubtherapeutic, double newOvertoxic) {
        return new Boin(target, newSubtherapeutic, newOvertoxic, cutoff, extraSafe, offset, bounded);
    }

    /** The same with another cut-off for elimination. */
    public Boin withCutoff(double newCutoff) {
        return new Boin(target, subtherapeutic, overtoxic, newCutoff, extraSafe, offset, bounded);
    }

    /** The same with the stricter rule at the lowest dose. */
    public Boin withExtraSafety(double newOffset) {
        return new Boin(target, subtherapeutic, overtoxic, cutoff, true, newOffset, bounded);
    }

    /** The same, selecting no dose with an estimate above λd. */
    public Boin withBoundedSelection() {
        return new Boin(target, subtherapeutic, overtoxic, cutoff, extraSafe, offset, true);
    }

    /** λe. */
    public double escalationRate() {
        return Math.log((1 - subtherapeutic) / (1 - target))
                / Math.log(target * (1 - subtherapeutic) / (subtherapeutic * (1 - target)));
    }

    /** λd. */
    public double deescalationRate() {
        return Math.log((1 - target) / (1 - overtoxic))
                / Math.log(overtoxic * (1 - target) / (target * (1 - overtoxic)));
    }

    @Override
    public String name() {
        return "boin";
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("target", target);
        settings.put("p1", subtherapeutic);
        settings.put("p2", overtoxic);
        settings.put("lambdaE", escalationRate());
        settings.put("lambdaD", deescalationRate());
        settings.put("cutoffEli", cutoff);
        settings.put("extraSafe", extraSafe);
        if (extraSafe) {
            settings.put("offset", offset);
        }
        settings.put("boundMtd", bounded);
        return settings;
    }

    @Override
    public Decision cell(int patients, int dlts) {
        if (isTooToxic(patients, dlts, cutoff)) {
            return Decision.ELIMINATE;
        }
        if (dlts >= leastToDeescalate(patients)) {
            return Decision.DEESCALATE;
        }
        return dlts <= Math.floor(escalationRate() * patients) ? Decision.ESCALATE : Decision.STAY;
    }

    @Override
    public boolean stopsAtLowest(int patients, int dlts) {
        return isTooToxic(patients, dlts, extraSafe ? cutoff - offset : cutoff);
    }

    @Override
    public Explanation why(int patients, int dlts) {
        DesignReason reason = switch (cell(patients, dlts)) {
            case ELIMINATE -> DesignReason.TOO_TOXIC;
            case DEESCALATE -> DesignReason.RATE_AT_LEAST;
            case ESCALATE -> DesignReason.RATE_AT_MOST;
            default -> DesignReason.RATE_BETWEEN;
        };
        return explained(reason, patients, dlts, cutoff)
                .with("rate", Figures.of((double) dlts / patients))
                .with("lambdaE", Figures.of(escalationRate()))
                .with("lambdaD", Figures.of(deescalationRate()));
    }

    @Override
    public Explanation whyStop(int patients, int dlts) {
        return explained(DesignReason.TOO_TOXIC, patients, dlts, extraSafe ? cutoff - offset : cutoff);
    }

    @Override
    public ClosestToTarget selection() {
        return new ClosestToTarget(target, bounded ? deescalationRate() : Double.POSITIVE_INFINITY);
    }

    private boolean isTooToxic(int patients, int dlts, double limit) {
        return patients >= FEWEST_TO_ELIMINATE
                && BetaPosterior.uniformPrior(dlts, patients).above(target) > limit;
    }

    /** The least number of toxicities above λd n. */
    private double leastToDeescalate(int patients) {
        double limit = deescalationRate() * patients;
        double nearest = Math.rint(limit);
        return Math.abs(nearest - limit) < WHOLE ? nearest + 1 : Math.ceil(limit);
    }

    private Explanation explained(DesignReason reason, int patients, int dlts, double limit) {
        return Explanation.of(reason)
                .with("dlts", dlts)
                .with("patients", patients)
                .with("target", target)
                .with(
                        "probability",
                        Figures.of(BetaPosterior.uniformPrior(dlts, patients).above(target)))
                .with("cutoff", Figures.of(limit));
    }

    private static void distant(DoseFindingQuantity quantity, double value, double target) {
        if (Math.abs(value - target) < LEAST_DISTANCE * target) {
            throw Fault.of(DoseFindingFault.TOO_CLOSE_TO_TARGET)
                    .with("quantity", quantity)
                    .with("value", value)
                    .with("target", target)
                    .asException();
        }
    }
}
