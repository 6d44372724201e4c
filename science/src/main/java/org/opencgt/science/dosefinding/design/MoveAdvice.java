package org.opencgt.science.dosefinding.design;

import org.opencgt.science.Explanation;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.DoseOutcomes;
import org.opencgt.science.dosefinding.TrialState;

/**
 * Puts into words where a design that looks at efficacy goes.
 *
 * @param said what its table says at the current dose
 * @param wanted where it would go if every dose could be given
 * @param why the reason that lies in the outcomes at the current dose
 */
record MoveAdvice(TrialState state, Admissibility admissibility, Decision said, Decision wanted, Explanation why) {

    /** Advice before anybody was treated at the current dose. */
    static Advice nobodyYet(TrialState state) {
        return new Advice(
                Decision.STAY,
                state.current(),
                null,
                null,
                Explanation.of(DesignReason.NOBODY_YET).with("dose", state.current()));
    }

    /** Advice to go to a dose, from 0, or to end the trial. */
    Advice to(int next) {
        int dose = state.current() - 1;
        DoseOutcomes here = state.here();
        boolean toxic = admissibility.isTooToxic(here.patients(), here.dlts());
        boolean futile = here.responses() != null && admissibility.isFutile(here.patients(), here.responses());
        if (next < 0) {
            return advice(Decision.STOP, next, DesignReason.STOP_NONE_ADMISSIBLE, toxic, futile);
        }
        if (toxic) {
            return advice(Decision.ELIMINATE_TOXIC, next, DesignReason.ELIMINATE, true, false);
        }
        if (futile) {
            return advice(
                    next > dose ? Decision.ESCALATE_FUTILE : Decision.ELIMINATE_FUTILE,
                    next,
                    next > dose ? DesignReason.ESCALATE_FROM_FUTILE : DesignReason.DEESCALATE_FROM_FUTILE,
                    false,
                    true);
        }
        if (next == dose) {
            return advice(Decision.STAY, next, staying(), false, false);
        }
        return next > dose
                ? advice(Decision.ESCALATE, next, DesignReason.ESCALATE, false, false)
                : advice(Decision.DEESCALATE, next, DesignReason.DEESCALATE, false, false);
    }

    private DesignReason staying() {
        return switch (wanted) {
            case ESCALATE -> DesignReason.STAY_NONE_ABOVE;
            case DEESCALATE -> DesignReason.STAY_NONE_BELOW;
            default -> DesignReason.STAY;
        };
    }

    private Advice advice(Decision decision, int next, DesignReason reason, boolean toxic, boolean futile) {
        return new Advice(
                decision,
                next < 0 ? null : (Integer) (next + 1),
                said,
                null,
                Explanation.of(reason)
                        .with("dose", state.current())
                        .with("next", next + 1)
                        .with("why", toxic ? tooToxic() : futile ? futile() : why));
    }

    private Explanation tooToxic() {
        DoseOutcomes here = state.here();
        return Explanation.of(DesignReason.TOO_TOXIC)
                .with("dlts", here.dlts())
                .with("patients", here.patients())
                .with("target", admissibility.target())
                .with("probability", Figures.of(admissibility.toxicProbability(here.patients(), here.dlts())))
                .with("cutoff", Figures.of(admissibility.toxicityCutoff()));
    }

    private Explanation futile() {
        DoseOutcomes here = state.here();
        int responses = here.responses() == null ? 0 : here.responses();
        return Explanation.of(DesignReason.FUTILE)
                .with("responses", responses)
                .with("patients", here.patients())
                .with("efficacy", admissibility.leastEfficacy())
                .with("probability", Figures.of(admissibility.futileProbability(here.patients(), responses)))
                .with("cutoff", Figures.of(admissibility.futilityCutoff()));
    }
}
