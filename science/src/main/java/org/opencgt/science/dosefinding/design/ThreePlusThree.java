package org.opencgt.science.dosefinding.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Explanation;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.DoseOutcomes;
import org.opencgt.science.dosefinding.Selection;
import org.opencgt.science.dosefinding.ToxicityEstimates;
import org.opencgt.science.dosefinding.TrialState;

/**
 * The 3+3 design. A dose is tolerated with no toxicity among three patients, or at most one among six; one among three calls for
 * three more; two or more are too toxic.
 *
 * <ul>
 *   <li>Tolerated: escalate, unless the next dose is known to be too toxic or there is none; then the trial ends and this dose is
 *       the maximum tolerated dose.
 *   <li>Too toxic, without de-escalation: the trial ends and the dose below is the maximum tolerated dose.
 *   <li>Too toxic, with de-escalation: if the dose below has had three patients, three more are treated there; if six, the trial
 *       ends and the highest dose with at most one toxicity among six is the maximum tolerated dose.
 *   <li>If the lowest dose is too toxic, there is no maximum tolerated dose.
 * </ul>
 *
 * @param deescalation whether doses can be given again after a higher one
 * @see <a href="https://doi.org/10.1002/sim.4780131802">Korn EL et al. A comparison of two phase I trial designs. Stat Med
 *     1994;13:1799-806</a>
 */
public record ThreePlusThree(boolean deescalation) implements Design {

    private static final int COHORT = 3;
    private static final int FULL = 6;
    private static final int TOO_MANY = 2;

    @Override
    public String name() {
        return "3+3";
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("deescalation", deescalation);
        return settings;
    }

    /** The rows for three and six patients, whatever size is asked for. */
    @Override
    public ToxicityTable table(TableSize size) {
        List<ToxicityTable.Outcome> decisions = new ArrayList<>();
        for (int n = COHORT; n <= FULL; n += COHORT) {
            for (int dlt = 0; dlt <= n; dlt++) {
                decisions.add(new ToxicityTable.Outcome(n, dlt, cell(n, dlt)));
            }
        }
        return new ToxicityTable(
                name(),
                settings(),
                List.of(
                        new ToxicityTable.Boundary(COHORT, 0, TOO_MANY, null, TOO_MANY),
                        new ToxicityTable.Boundary(FULL, 1, TOO_MANY, null, TOO_MANY)),
                decisions);
    }

    @Override
    public Advice decide(TrialState state) {
        int dose = state.current() - 1;
        int next = next(TrialState.patients(state.doses()), TrialState.dlts(state.doses()), dose);
        DoseOutcomes here = state.here();
        if (next == dose) {
            return new Advice(
                    Decision.STAY,
                    dose + 1,
                    said(here),
                    null,
                    Explanation.of(here.patients() == 0 ? DesignReason.NOBODY_YET : DesignReason.COMPLETE_DOSE)
                            .with("dose", dose + 1)
                            .with("patients", here.patients())
                            .with("dlts", here.dlts()));
        }
        if (next >= 0) {
            return new Advice(
                    next > dose ? Decision.ESCALATE : Decision.DEESCALATE,
                    next + 1,
                    said(here),
                    null,
                    Explanation.of(next > dose ? DesignReason.ESCALATE : DesignReason.DEESCALATE)
                            .with("next", next + 1)
                            .with("why", why(here)));
        }
        Integer mtd = select(state.doses()).mtd();
        return new Advice(
                Decision.STOP,
                null,
                said(here),
                mtd,
                Explanation.of(mtd == null ? DesignReason.STOP_WITHOUT_DOSE : DesignReason.STOP_WITH_DOSE)
                        .with("mtd", mtd == null ? 0 : mtd)
                        .with("dose", dose + 1)
                        .with("why", why(here)));
    }

    /** Estimates are isotonic, but the dose is selected by the rules. */
    @Override
    public Selection select(List<DoseOutcomes> doses) {
        int selected = select(TrialState.patients(doses), TrialState.dlts(doses));
        int tolerated = belowTooToxic(TrialState.patients(doses), TrialState.dlts(doses));
        return Selection.ofToxicity(
                selected == Rules.NONE ? null : (Integer) (selected + 1),
                ToxicityEstimates.of(doses),
                null,
                IntStream.range(0, doses.size())
                        .mapToObj(dose -> dose >= tolerated)
                        .toList());
    }

    @Override
    public Rules rules(int doses, int maximumPatients) {
        return new Prepared(this);
    }

    private Decision cell(int patients, int dlts) {
        if (dlts >= TOO_MANY) {
            return Decision.DEESCALATE;
        }
        return isTolerated(patients, dlts) ? Decision.ESCALATE : Decision.STAY;
    }

    private @Nullable Decision said(DoseOutcomes here) {
        return here.patients() == 0 ? null : cell(here.patients(), here.dlts());
    }

    private static Explanation why(DoseOutcomes here) {
        return Explanation.of(here.dlts() >= TOO_MANY ? DesignReason.NOT_TOLERATED : DesignReason.TOLERATED)
                .with("patients", here.patients())
                .with("dlts", here.dlts());
    }

    /** As {@link Rules#next}. */
    private int next(int[] patients, int[] dlts, int dose) {
        if (patients[dose] > FULL) {
            throw tooMany(dose);
        }
        if (dlts[dose] >= TOO_MANY) {
            return afterTooToxic(patients, dose);
        }
        if (!isTolerated(patients[dose], dlts[dose])) {
            return dose;
        }
        boolean noneAbove = dose + 1 == patients.length || patients[dose + 1] >= FULL || dlts[dose + 1] >= TOO_MANY;
        return noneAbove ? Rules.STOP : dose + 1;
    }

    private int afterTooToxic(int[] patients, int dose) {
        return deescalation && dose > 0 && patients[dose - 1] < FULL ? dose - 1 : Rules.STOP;
    }

    /** As {@link Rules#select}. */
    private int select(int[] patients, int[] dlts) {
        for (int dose = belowTooToxic(patients, dlts) - 1; dose >= 0; dose--) {
            boolean confirmed = !deescalation || patients[dose] >= FULL || dose == patients.length - 1;
            if (confirmed && patients[dose] > 0 && isTolerated(patients[dose], dlts[dose])) {
                return dose;
            }
        }
        return Rules.NONE;
    }

    /** How many doses lie below the lowest that is too toxic. */
    private static int belowTooToxic(int[] patients, int[] dlts) {
        int dose = 0;
        while (dose < patients.length && dlts[dose] < TOO_MANY) {
            dose++;
        }
        return dose;
    }

    private static boolean isTolerated(int patients, int dlts) {
        return (patients >= COHORT && dlts == 0) || (patients >= FULL && dlts < TOO_MANY);
    }

    private static BadInput tooMany(int dose) {
        return Fault.of(DoseFindingFault.TOO_MANY_FOR_THREE_PLUS_THREE)
                .with("dose", dose + 1)
                .asException();
    }

    private static final class Prepared extends Rules {

        private final ThreePlusThree design;

        Prepared(ThreePlusThree design) {
            this.design = design;
        }

        @Override
        public int next(
                int[] patients, int[] dlts, int[] responses, long excluded, int dose, int lastPatients, int lastDlts) {
            return design.next(patients, dlts, dose);
        }

        @Override
        public int select(int[] patients, int[] dlts, int[] responses, long excluded) {
            return design.select(patients, dlts);
        }

        @Override
        public Rules copy() {
            return this;
        }
    }
}
