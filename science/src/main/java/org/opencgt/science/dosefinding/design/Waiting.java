package org.opencgt.science.dosefinding.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.opencgt.science.Explanation;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.DoseOutcomes;
import org.opencgt.science.dosefinding.TrialState;

/**
 * The waiting rule for outcomes that come late: a decision may be taken before all are known if it would be the same whatever comes
 * of the pending patients. Holds for every design, and costs nothing, as no outcome is guessed.
 */
public final class Waiting {

    /** More ways in which the pending outcomes can turn out than this are not looked through. */
    private static final long MOST_WAYS = 100_000;

    private Waiting() {}

    /**
     * What to do, or to wait.
     *
     * @param state counts pending patients among the patients; their toxicities and responses are not counted yet
     * @param pending at each dose
     * @throws org.opencgt.science.BadInput if more are pending than had no toxicity
     */
    public static Advice decide(Design design, TrialState state, int[] pending) {
        check(state, pending);
        Map<String, Advice> outcomes = new LinkedHashMap<>();
        for (List<DoseOutcomes> doses : ways(design, state.doses(), pending)) {
            Advice advice = design.decide(new TrialState(doses, state.current(), null));
            outcomes.putIfAbsent(advice.decision() + " " + advice.nextDose(), advice);
        }
        Advice first = outcomes.values().iterator().next();
        if (outcomes.size() == 1) {
            return first;
        }
        return untilKnown(state.current(), IntStream.of(pending).sum(), outcomes.values());
    }

    /**
     * The advice to wait.
     *
     * @param current dose given last, from 1
     * @param open outcomes that are not known yet
     * @param advices what the design would say, depending on them
     */
    public static Advice untilKnown(int current, int open, Iterable<Advice> advices) {
        return new Advice(
                Decision.WAIT,
                null,
                null,
                null,
                Explanation.of(DesignReason.WAIT)
                        .with("dose", current)
                        .with(
                                "why",
                                Explanation.of(DesignReason.OUTCOMES_DECIDE)
                                        .with("pending", open)
                                        .with("decisions", decisions(advices))));
    }

    private static String decisions(Iterable<Advice> advices) {
        List<String> decisions = new ArrayList<>();
        for (Advice advice : advices) {
            Integer next = advice.nextDose();
            String decision = advice.decision().toString();
            decisions.add(next == null ? decision : decision + " → " + next);
        }
        return String.join(", ", decisions);
    }

    /** All ways in which the pending outcomes can turn out. */
    private static List<List<DoseOutcomes>> ways(Design design, List<DoseOutcomes> doses, int[] pending) {
        List<List<DoseOutcomes>> ways = new ArrayList<>();
        ways.add(List.of());
        for (int dose = 0; dose < pending.length; dose++) {
            List<List<DoseOutcomes>> longer = new ArrayList<>();
            for (List<DoseOutcomes> way : ways) {
                for (DoseOutcomes at : ways(design, doses.get(dose), pending[dose])) {
                    List<DoseOutcomes> extended = new ArrayList<>(way);
                    extended.add(at);
                    longer.add(extended);
                }
            }
            ways = longer;
            if (ways.size() > MOST_WAYS) {
                throw Fault.of(DoseFindingFault.TOO_MANY_STATES).asException();
            }
        }
        return ways;
    }

    private static List<DoseOutcomes> ways(Design design, DoseOutcomes here, int pending) {
        List<DoseOutcomes> ways = new ArrayList<>();
        int mostResponses = design.usesResponses() && here.responses() != null ? pending : 0;
        for (int dlts = 0; dlts <= pending; dlts++) {
            for (int responses = 0; responses <= mostResponses; responses++) {
                Integer total = here.responses() == null ? null : (Integer) (here.responses() + responses);
                ways.add(new DoseOutcomes(here.patients(), here.dlts() + dlts, total));
            }
        }
        return ways;
    }

    private static void check(TrialState state, int[] pending) {
        if (pending.length != state.doses().size()) {
            throw Fault.of(DoseFindingFault.OTHER_NUMBER_OF_DOSES)
                    .with("doses", state.doses().size())
                    .with("given", pending.length)
                    .asException();
        }
        for (int dose = 0; dose < pending.length; dose++) {
            DoseOutcomes here = state.doses().get(dose);
            int open = here.patients() - Math.max(here.dlts(), Objects.requireNonNullElse(here.responses(), 0));
            if (pending[dose] < 0 || pending[dose] > open) {
                throw Fault.of(DoseFindingFault.AT_DOSE)
                        .with("dose", dose + 1)
                        .with(
                                "fault",
                                Fault.of(DoseFindingFault.TOO_MANY_PENDING)
                                        .with("pending", pending[dose])
                                        .with("patients", here.patients())
                                        .with("dlts", here.dlts()))
                        .asException();
            }
        }
    }
}
