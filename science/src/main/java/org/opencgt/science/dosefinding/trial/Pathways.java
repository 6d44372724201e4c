package org.opencgt.science.dosefinding.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.DoseOutcomes;
import org.opencgt.science.dosefinding.Limits;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.Design;

/**
 * Dose-transition pathways: where each course that the next cohorts can take leads.
 *
 * @see <a href="https://doi.org/10.1158/1078-0432.CCR-17-0582">Yap C et al. Dose transition pathways: the missing link between
 *     complex dose-finding designs and simple decision-making. Clin Cancer Res 2017;23:7440-7</a>
 */
public final class Pathways {

    private static final int MOST_PATHS = 50_000;

    private final Design design;
    private final int cohortSize;
    private final int cohorts;
    private final @Nullable Truth truth;
    private final List<Pathway> paths = new ArrayList<>();

    private Pathways(Design design, int cohortSize, int cohorts, @Nullable Truth truth) {
        this.design = design;
        this.cohortSize = cohortSize;
        this.cohorts = cohorts;
        this.truth = truth;
    }

    /**
     * All courses from a state on.
     *
     * @param from with the dose that the next cohort receives as the current one
     * @param cohorts how many to look ahead
     * @param truth under which courses have probabilities; null for none
     * @throws BadInput if there are too many courses
     * @throws InterruptedException if this thread is interrupted
     */
    public static List<Pathway> of(Design design, TrialState from, int cohortSize, int cohorts, @Nullable Truth truth)
            throws InterruptedException {
        Limits.whole(DoseFindingQuantity.COHORT_SIZE, cohortSize, 1, 100);
        Limits.whole(DoseFindingQuantity.COHORTS, cohorts, 1, 100);
        if (truth != null && truth.doses() != from.doses().size()) {
            throw Fault.of(DoseFindingFault.OTHER_NUMBER_OF_DOSES)
                    .with("doses", from.doses().size())
                    .with("given", truth.doses())
                    .asException();
        }
        Pathways pathways = new Pathways(design, cohortSize, cohorts, truth);
        pathways.follow(from, List.of(), 1);
        return List.copyOf(pathways.paths);
    }

    private void follow(TrialState state, List<Pathway.Step> steps, double probability) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        for (int dlts = 0; dlts <= cohortSize; dlts++) {
            for (int responses = 0; responses <= (design.usesResponses() ? cohortSize : 0); responses++) {
                Integer shown = design.usesResponses() ? (Integer) responses : null;
                List<Pathway.Step> longer = new ArrayList<>(steps);
                longer.add(new Pathway.Step(state.current(), cohortSize, dlts, shown));
                TrialState after = after(state, dlts, responses);
                Advice advice = design.decide(after);
                double likelihood = probability * probability(state.current(), dlts, responses);
                Integer next = advice.nextDose();
                if (longer.size() < cohorts && next != null) {
                    follow(new TrialState(after.doses(), next, null), longer, likelihood);
                } else {
                    add(new Pathway(
                            longer, advice.decision(), next, advice.mtd(), truth == null ? null : (Double) likelihood));
                }
            }
        }
    }

    private void add(Pathway path) {
        if (paths.size() == MOST_PATHS) {
            throw Fault.of(DoseFindingFault.TOO_MANY_PATHS).asException();
        }
        paths.add(path);
    }

    private TrialState after(TrialState state, int dlts, int responses) {
        List<DoseOutcomes> doses = new ArrayList<>(state.doses());
        DoseOutcomes here = state.here();
        Integer known = design.usesResponses()
                ? (Integer) (Objects.requireNonNullElse(here.responses(), 0) + responses)
                : here.responses();
        doses.set(state.current() - 1, new DoseOutcomes(here.patients() + cohortSize, here.dlts() + dlts, known));
        return new TrialState(doses, state.current(), new DoseOutcomes(cohortSize, dlts, null));
    }

    private double probability(int dose, int dlts, int responses) {
        if (truth == null) {
            return 1;
        }
        double toxic = binomial(dlts, truth.toxicity().get(dose - 1));
        List<Double> efficacy = truth.efficacy();
        if (!design.usesResponses()) {
            return toxic;
        }
        if (efficacy == null) {
            throw Fault.of(DoseFindingFault.TRUE_EFFICACY_NEEDED).asException();
        }
        return toxic * binomial(responses, efficacy.get(dose - 1));
    }

    private double binomial(int events, double p) {
        return Binomial.coefficient(cohortSize, events) * Math.pow(p, events) * Math.pow(1 - p, cohortSize - events);
    }
}
