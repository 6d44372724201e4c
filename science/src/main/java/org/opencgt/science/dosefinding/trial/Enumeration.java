package org.opencgt.science.dosefinding.trial;

import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.Progress;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.Rules;

/**
 * Exact operating characteristics: every course that a trial can take, with courses merged that lead to the same counts and
 * dose. As the rules look at nothing else, the probability of such a state is
 *
 * <pre>
 *   W × product over doses of p^y (1 − p)^(n − y)   (× q^e (1 − q)^(n − e) with e responses)
 * </pre>
 *
 * <p>where W counts the orders of patients' outcomes that lead there, and does not depend on the truth. So the courses are
 * enumerated once and then weighed under any number of truths.
 */
public final class Enumeration {

    /** More states than this take gigabytes, and minutes. */
    public static final int MOST_STATES = 1 << 23;

    private final Design design;
    private final TrialPlan plan;
    private final StateSpace space;
    private final StateTable ends;

    private Enumeration(Design design, TrialPlan plan, StateSpace space, StateTable ends) {
        this.design = design;
        this.plan = plan;
        this.space = space;
        this.ends = ends;
    }

    /**
     * Enumerates all courses.
     *
     * @param progress is told of each cohort
     * @throws BadInput if there are too many
     * @throws InterruptedException if this thread is interrupted
     */
    public static Enumeration of(Design design, TrialPlan plan, int doses, Progress progress)
            throws InterruptedException {
        plan.checkFor(doses);
        StateSpace space = new StateSpace(doses, plan.maximumPatients(), design.usesResponses());
        return new Enumeration(design, plan, space, new Courses(design, plan, space).ends(progress));
    }

    /** How many different ends a trial can have. */
    public int ends() {
        return ends.size();
    }

    /**
     * The figures under a truth.
     *
     * @param target toxicity above which a dose counts as too high
     * @throws BadInput if the truth has another number of doses, or no efficacy where the design looks at response
     */
    public OperatingCharacteristics under(Truth truth, double target) {
        if (truth.doses() != space.doses()) {
            throw Fault.of(DoseFindingFault.OTHER_NUMBER_OF_DOSES)
                    .with("doses", space.doses())
                    .with("given", truth.doses())
                    .asException();
        }
        double[][] likelihoods = likelihoods(truth);
        Sums sums = Sums.of(design, plan.maximumPatients(), truth, target);
        int[] n = new int[space.doses()];
        int[] y = new int[space.doses()];
        int[] e = new int[space.doses()];
        for (int end = 0; end < ends.size(); end++) {
            double probability = ends.weight(end);
            for (int dose = 0; dose < n.length; dose++) {
                int code = space.code(ends.low(end), ends.high(end), dose);
                probability *= likelihoods[dose][code];
                n[dose] = space.patients(code);
                y[dose] = space.dlts(code);
                e[dose] = space.responses(code);
            }
            sums.add(probability, n, y, e, StateSpace.extra(ends.low(end)) - 1);
        }
        return sums.exact(design.name(), truth);
    }

    /** By dose and code: p^y (1 − p)^(n − y), and the same for responses. */
    private double[][] likelihoods(Truth truth) {
        double[][] likelihoods = new double[space.doses()][space.codes()];
        for (int dose = 0; dose < likelihoods.length; dose++) {
            for (int code = 0; code < space.codes(); code++) {
                double likelihood = likelihood(truth.toxicity().get(dose), space.dlts(code), space.patients(code));
                if (design.usesResponses()) {
                    if (truth.efficacy() == null) {
                        throw Fault.of(DoseFindingFault.TRUE_EFFICACY_NEEDED).asException();
                    }
                    likelihood *= likelihood(truth.efficacy().get(dose), space.responses(code), space.patients(code));
                }
                likelihoods[dose][code] = likelihood;
            }
        }
        return likelihoods;
    }

    private static double likelihood(double p, int events, int patients) {
        return Math.pow(p, events) * Math.pow(1 - p, patients - events);
    }

    /** The walk through the states, cohort by cohort. */
    private static final class Courses {

        private final Design design;
        private final TrialPlan plan;
        private final StateSpace space;
        private final Rules rules;
        private final int[] n;
        private final int[] y;
        private final int[] e;
        private final StateTable ends = new StateTable(MOST_STATES);
        private StateTable now = new StateTable(MOST_STATES);
        private StateTable later = new StateTable(MOST_STATES);

        Courses(Design design, TrialPlan plan, StateSpace space) {
            this.design = design;
            this.plan = plan;
            this.space = space;
            rules = design.rules(space.doses(), plan.maximumPatients());
            n = new int[space.doses()];
            y = new int[space.doses()];
            e = new int[space.doses()];
        }

        StateTable ends(Progress progress) throws InterruptedException {
            int first = plan.cohortSize();
            if (plan.beginsWithTitration()) {
                titrate();
                first--;
            } else {
                now.add(plan.startDose() - 1, 0, 1);
            }
            for (int size = first; now.size() > 0; size = plan.cohortSize()) {
                for (int state = 0; state < now.size(); state++) {
                    if ((state & 0xFFFF) == 0 && Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    treat(state, size);
                }
                StateTable done = now;
                now = later;
                later = done;
                later.clear();
                progress.advance(1);
            }
            return ends;
        }

        /** Single patients at one dose after another: the first toxicity can come at each, or at none. */
        private void titrate() {
            StateTable harmless = new StateTable(MOST_STATES);
            harmless.add(0, 0, 1);
            for (int dose = plan.startDose() - 1; dose < space.doses(); dose++) {
                StateTable further = new StateTable(MOST_STATES);
                for (int state = 0; state < harmless.size(); state++) {
                    for (int response = 0; response <= (design.usesResponses() ? 1 : 0); response++) {
                        titrate(harmless, state, dose, space.code(1, 0, response), further);
                        titrate(harmless, state, dose, space.code(1, 1, response), now);
                    }
                }
                harmless = further;
            }
            for (int state = 0; state < harmless.size(); state++) {
                now.add(
                        StateSpace.withExtra(harmless.low(state), space.doses() - 1),
                        harmless.high(state),
                        harmless.weight(state));
            }
        }

        private void titrate(StateTable from, int state, int dose, int code, StateTable to) {
            to.add(
                    StateSpace.withExtra(from.low(state) + space.lowStep(dose, code), dose),
                    from.high(state) + space.highStep(dose, code),
                    from.weight(state));
        }

        private void treat(int state, int planned) {
            long low = now.low(state);
            long high = now.high(state);
            int total = 0;
            for (int dose = 0; dose < n.length; dose++) {
                int code = space.code(low, high, dose);
                n[dose] = space.patients(code);
                y[dose] = space.dlts(code);
                e[dose] = space.responses(code);
                total += n[dose];
            }
            long before = rules.excluded(n, y, e);
            int dose = StateSpace.extra(low);
            int size = Math.min(planned, plan.maximumPatients() - total);
            boolean last = total + size == plan.maximumPatients();
            int code = space.code(n[dose], y[dose], e[dose]);
            n[dose] += size;
            for (int toxic = 0; toxic <= size; toxic++, y[dose]++) {
                double weight = now.weight(state) * Binomial.coefficient(size, toxic);
                for (int responding = 0; responding <= (design.usesResponses() ? size : 0); responding++, e[dose]++) {
                    int growth = space.code(n[dose], y[dose], e[dose]) - code;
                    long newLow = low + space.lowStep(dose, growth);
                    long newHigh = high + space.highStep(dose, growth);
                    double newWeight =
                            design.usesResponses() ? weight * Binomial.coefficient(size, responding) : weight;
                    long excluded = rules.excluded(before, n, y, e, dose);
                    step(newLow, newHigh, newWeight, excluded, dose, last, size, toxic);
                }
                e[dose] -= design.usesResponses() ? size + 1 : 1;
            }
        }

        private void step(
                long low, long high, double weight, long excluded, int dose, boolean last, int size, int toxic) {
            int next = last ? Rules.STOP : rules.next(n, y, e, excluded, dose, size, toxic);
            if (next >= 0 && !(next == dose && n[dose] >= plan.earlyStop())) {
                later.add(StateSpace.withExtra(low, next), high, weight);
            } else {
                int selected = next == Rules.ABANDON ? Rules.NONE : rules.select(n, y, e, excluded);
                ends.add(StateSpace.withExtra(low, selected + 1), high, weight);
            }
        }
    }
}
