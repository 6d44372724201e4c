package org.opencgt.science.dosefinding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;

/**
 * Where a trial stands: what has been seen at each dose, lowest first, and the dose given last.
 *
 * @param current number of that dose, from 1
 * @param lastCohort the outcomes of the cohort treated last; null if they are not told apart from the others at the dose
 */
public record TrialState(
        List<DoseOutcomes> doses, int current, @Nullable DoseOutcomes lastCohort) {

    public TrialState {
        doses = List.copyOf(doses);
        requireDoses(doses.size());
        if (current < 1 || current > doses.size()) {
            throw Fault.of(DoseFindingFault.CURRENT_OUT_OF_RANGE)
                    .with("current", current)
                    .with("doses", doses.size())
                    .asException();
        }
        DoseOutcomes here = doses.get(current - 1);
        if (lastCohort != null && (lastCohort.patients() > here.patients() || lastCohort.dlts() > here.dlts())) {
            throw Fault.of(DoseFindingFault.LAST_COHORT_NOT_AT_CURRENT)
                    .with("dose", current)
                    .asException();
        }
    }

    /**
     * A state in which response plays no part.
     *
     * @param patients evaluable patients at each dose
     * @param dlts those with a dose-limiting toxicity
     * @throws BadInput if the counts contradict each other
     */
    public static TrialState of(int[] patients, int[] dlts, int current) {
        return new TrialState(outcomes(patients, dlts, null), current, null);
    }

    /** A state with the number of responders at each dose. */
    public static TrialState of(int[] patients, int[] dlts, int[] responses, int current) {
        return new TrialState(outcomes(patients, dlts, responses), current, null);
    }

    /** The same state, with the outcomes of the last cohort known apart from the others. */
    public TrialState afterCohort(int patients, int dlts) {
        return new TrialState(doses, current, new DoseOutcomes(patients, dlts, null));
    }

    /** What has been seen at the current dose. */
    public DoseOutcomes here() {
        return doses.get(current - 1);
    }

    /** Outcomes by dose, from one array for each kind. */
    public static List<DoseOutcomes> outcomes(int[] patients, int[] dlts, int @Nullable [] responses) {
        requireDoses(patients.length);
        requireSameLength(DoseFindingQuantity.PATIENTS, patients, DoseFindingQuantity.DLTS, dlts);
        if (responses != null) {
            requireSameLength(DoseFindingQuantity.PATIENTS, patients, DoseFindingQuantity.RESPONSES, responses);
        }
        List<DoseOutcomes> doses = new ArrayList<>();
        for (int i = 0; i < patients.length; i++) {
            doses.add(at(i + 1, patients[i], dlts[i], responses == null ? null : responses[i]));
        }
        return doses;
    }

    /** Evaluable patients at each dose. */
    public static int[] patients(List<DoseOutcomes> doses) {
        return doses.stream().mapToInt(DoseOutcomes::patients).toArray();
    }

    /** Patients with a dose-limiting toxicity at each dose. */
    public static int[] dlts(List<DoseOutcomes> doses) {
        return doses.stream().mapToInt(DoseOutcomes::dlts).toArray();
    }

    /**
     * Responders at each dose.
     *
     * @throws BadInput if they are not known at every dose
     */
    public static int[] responses(List<DoseOutcomes> doses) {
        return IntStream.range(0, doses.size())
                .map(i -> {
                    Integer responses = doses.get(i).responses();
                    if (responses == null) {
                        throw Fault.of(DoseFindingFault.RESPONSES_NEEDED).asException();
                    }
                    return responses;
                })
                .toArray();
    }

    private static DoseOutcomes at(int dose, int patients, int dlts, @Nullable Integer responses) {
        try {
            return new DoseOutcomes(patients, dlts, responses);
        } catch (BadInput refused) {
            throw Fault.of(DoseFindingFault.AT_DOSE)
                    .with("dose", dose)
                    .with("fault", refused.fault())
                    .asException(refused);
        }
    }

    private static void requireDoses(int number) {
        Limits.doses(number);
    }

    private static void requireSameLength(
            DoseFindingQuantity first, int[] firsts, DoseFindingQuantity second, int[] seconds) {
        if (firsts.length != seconds.length) {
            throw Fault.of(DoseFindingFault.LENGTHS_DIFFER)
                    .with("first", first)
                    .with("n", firsts.length)
                    .with("second", second)
                    .with("m", seconds.length)
                    .asException();
        }
    }
}
