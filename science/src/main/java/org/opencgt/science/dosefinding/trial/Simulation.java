package org.opencgt.science.dosefinding.trial;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.Progress;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.Limits;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.Rules;
import org.opencgt.science.random.Replicates;
import org.opencgt.science.random.Xoshiro256;

/** Operating characteristics of a design by simulated trials. The seed fixes them, whatever the number of threads. */
public final class Simulation {

    /** Trials that share a stream of random numbers. Enough that setting up a stream costs nothing beside them. */
    private static final int BLOCK = 512;

    private static final int MOST_TRIALS = 100_000_000;

    private final Design design;
    private final TrialPlan plan;

    private Simulation(Design design, TrialPlan plan) {
        this.design = design;
        this.plan = plan;
    }

    public static Simulation of(Design design, TrialPlan plan) {
        return new Simulation(design, plan);
    }

    /**
     * Simulates.
     *
     * @param truth with efficacy if the design looks at response
     * @param target toxicity above which a dose counts as too high
     * @param trials how many
     * @throws InterruptedException if this thread is interrupted
     */
    public OperatingCharacteristics run(
            Truth truth, double target, int trials, Replicates replicates, Progress progress)
            throws InterruptedException {
        Limits.whole(DoseFindingQuantity.TRIALS, trials, 1, MOST_TRIALS);
        plan.checkFor(truth.doses());
        if (design.usesResponses() && truth.efficacy() == null) {
            throw Fault.of(DoseFindingFault.TRUE_EFFICACY_NEEDED).asException();
        }
        Rules rules = design.rules(truth.doses(), plan.maximumPatients());
        CohortOutcomes toxicities = new CohortOutcomes(truth.toxicity(), plan.cohortSize());
        CohortOutcomes responses =
                truth.efficacy() == null ? null : new CohortOutcomes(truth.efficacy(), plan.cohortSize());
        Sums empty = Sums.of(design, plan.maximumPatients(), truth, target);
        List<Sums> blocks = replicates.blocks(
                trials,
                BLOCK,
                (from, to, random) ->
                        new Block(rules.copy(), toxicities, responses, random, empty.fresh()).run(to - from),
                progress);
        Sums all = empty.fresh();
        blocks.forEach(all::add);
        return all.simulated(design.name(), truth, trials, replicates.seed());
    }

    /** Trials one after another on one thread. */
    private final class Block {

        private final Rules rules;
        private final CohortOutcomes toxicities;
        private final @Nullable CohortOutcomes efficacies;
        private final Xoshiro256 random;
        private final Sums sums;
        private final int[] patients;
        private final int[] dlts;
        private final int[] responses;

        Block(
                Rules rules,
                CohortOutcomes toxicities,
                @Nullable CohortOutcomes efficacies,
                Xoshiro256 random,
                Sums sums) {
            this.rules = rules;
            this.toxicities = toxicities;
            this.efficacies = efficacies;
            this.random = random;
            this.sums = sums;
            patients = new int[sums.doses()];
            dlts = new int[sums.doses()];
            responses = new int[sums.doses()];
        }

        Sums run(int trials) {
            for (int trial = 0; trial < trials && !Thread.currentThread().isInterrupted(); trial++) {
                int selected = trial();
                sums.add(1, patients, dlts, responses, selected);
            }
            return sums;
        }

        /** One trial; returns the dose selected, and leaves its counts. */
        private int trial() {
            Arrays.fill(patients, 0);
            Arrays.fill(dlts, 0);
            Arrays.fill(responses, 0);
            int dose = plan.startDose() - 1;
            long excluded = Rules.NOTHING_EXCLUDED;
            int total = 0;
            int size = plan.cohortSize();
            if (plan.beginsWithTitration()) {
                dose = titrate(dose);
                excluded = rules.excluded(patients, dlts, responses);
                total = dose - plan.startDose() + 2;
                size--;
            }
            while (true) {
                size = Math.min(size, plan.maximumPatients() - total);
                int toxic = treat(dose, size);
                excluded = rules.excluded(excluded, patients, dlts, responses, dose);
                total += size;
                if (total == plan.maximumPatients()) {
                    return rules.select(patients, dlts, responses, excluded);
                }
                int next = rules.next(patients, dlts, responses, excluded, dose, size, toxic);
                if (next < 0) {
                    return next == Rules.STOP ? rules.select(patients, dlts, responses, excluded) : Rules.NONE;
                }
                if (patients[dose] >= plan.earlyStop() && next == dose) {
                    return rules.select(patients, dlts, responses, excluded);
                }
                dose = next;
                size = plan.cohortSize();
            }
        }

        /** One patient at each dose up to the first toxicity; returns the dose reached. */
        private int titrate(int start) {
            int dose = start;
            while (treat(dose, 1) == 0 && dose + 1 < patients.length) {
                dose++;
            }
            return dose;
        }

        private int treat(int dose, int size) {
            int toxic = toxicities.draw(dose, size, random);
            patients[dose] += size;
            dlts[dose] += toxic;
            if (efficacies != null) {
                responses[dose] += efficacies.draw(dose, size, random);
            }
            return toxic;
        }
    }
}
