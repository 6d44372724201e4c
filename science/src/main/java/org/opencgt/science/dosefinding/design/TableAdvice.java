package org.opencgt.science.dosefinding.design;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Explanation;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.DoseOutcomes;
import org.opencgt.science.dosefinding.TrialState;

/**
 * What a {@link TableDesign} says at a state: its table's cell, held against what there is above and below.
 *
 * @param said what is said of the current dose; null before anybody was treated there
 * @param why the reason; null likewise
 */
record TableAdvice(
        TableDesign design,
        TrialState state,
        @Nullable Decision said,
        @Nullable Explanation why) {

    static TableAdvice of(TableDesign design, TrialState state) {
        DoseOutcomes here = state.here();
        return here.patients() == 0
                ? new TableAdvice(design, state, null, null)
                : new TableAdvice(
                        design,
                        state,
                        design.cell(here.patients(), here.dlts()),
                        design.why(here.patients(), here.dlts()));
    }

    Advice advice() {
        DoseOutcomes lowest = state.doses().getFirst();
        if (lowest.patients() > 0 && design.stopsAtLowest(lowest.patients(), lowest.dlts())) {
            return new Advice(
                    Decision.STOP,
                    null,
                    said,
                    null,
                    Explanation.of(DesignReason.STOP_TOO_TOXIC)
                            .with("why", design.whyStop(lowest.patients(), lowest.dlts())));
        }
        OptionalInt eliminated = lowestEliminated();
        if (eliminated.isPresent() && eliminated.getAsInt() <= state.current()) {
            return eliminate(eliminated.getAsInt());
        }
        return switch (said) {
            case ESCALATE -> escalate(eliminated);
            case DEESCALATE ->
                state.current() == 1
                        ? to(1, Decision.STAY, DesignReason.STAY_AT_LOWEST)
                        : to(state.current() - 1, said, DesignReason.DEESCALATE);
            case null -> nobodyYet();
            default -> to(state.current(), Decision.STAY, DesignReason.STAY);
        };
    }

    private Advice escalate(OptionalInt eliminated) {
        int above = state.current() + 1;
        if (above > state.doses().size()) {
            return to(state.current(), Decision.STAY, DesignReason.STAY_AT_HIGHEST);
        }
        return eliminated.isPresent() && eliminated.getAsInt() == above
                ? to(state.current(), Decision.STAY, DesignReason.STAY_BELOW_ELIMINATED)
                : to(above, Decision.ESCALATE, DesignReason.ESCALATE);
    }

    private Advice eliminate(int dose) {
        DoseOutcomes toxic = state.doses().get(dose - 1);
        return new Advice(
                Decision.ELIMINATE,
                dose - 1,
                said,
                null,
                Explanation.of(DesignReason.ELIMINATE)
                        .with("dose", dose)
                        .with("next", dose - 1)
                        .with("why", design.why(toxic.patients(), toxic.dlts())));
    }

    private Advice to(int next, Decision decision, DesignReason reason) {
        return new Advice(
                decision,
                next,
                said,
                null,
                Explanation.of(reason)
                        .with("dose", state.current())
                        .with("next", next)
                        .with("above", state.current() + 1)
                        .with("why", Objects.requireNonNull(why)));
    }

    private Advice nobodyYet() {
        return new Advice(
                Decision.STAY,
                state.current(),
                null,
                null,
                Explanation.of(DesignReason.NOBODY_YET).with("dose", state.current()));
    }

    private OptionalInt lowestEliminated() {
        return IntStream.rangeClosed(1, state.doses().size())
                .filter(dose -> {
                    DoseOutcomes at = state.doses().get(dose - 1);
                    return at.patients() > 0
                            && design.cell(at.patients(), at.dlts()).eliminatesUpward();
                })
                .findFirst();
    }
}
