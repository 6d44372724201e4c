package org.opencgt.science.dosefinding.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Explanation;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.DoseOutcomes;
import org.opencgt.science.dosefinding.Limits;
import org.opencgt.science.dosefinding.Selection;
import org.opencgt.science.dosefinding.TrialState;

/**
 * Continual reassessment method. A one-parameter model of toxicity is fitted to all outcomes, and the next dose is the one whose
 * estimated toxicity is closest to the target; but no dose is skipped on the way up, and after a cohort with a rate of toxicity at or
 * above the target the dose does not rise. Conventions as the R package dfcrm.
 *
 * @param model of toxicity
 * @param skeleton prior guesses of toxicity, rising with dose
 * @param target probability of toxicity that is aimed at
 * @param priorDeviation standard deviation of the normal prior of a
 * @param intercept of the logistic model
 * @param estimator of a
 * @param stopCutoff the trial ends if Pr(toxicity of the lowest dose &gt; target | data) exceeds this; null for no such rule
 * @see <a href="https://doi.org/10.2307/2531628">O'Quigley J, Pepe M, Fisher L. Continual reassessment method. Biometrics
 *     1990;46:33-48</a>
 * @see <a href="https://doi.org/10.1201/b10783">Cheung YK. Dose finding by the continual reassessment method. CRC Press 2011</a>
 */
public record Crm(
        ToxicityModel model,
        List<Double> skeleton,
        double target,
        double priorDeviation,
        double intercept,
        Estimator estimator,
        @Nullable Double stopCutoff)
        implements Design {

    /** √1.34, as usual since Cheung and Chappell 2000. */
    public static final double DEFAULT_PRIOR_DEVIATION = Math.sqrt(1.34);

    public static final double DEFAULT_INTERCEPT = 3;

    /** How a is estimated. */
    public enum Estimator {
        /** The posterior mean. */
        BAYES,
        /** Where likelihood is largest; exists once there are patients with and without toxicity. */
        MLE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Normal 95% quantile, for the limits of a 90% interval. */
    private static final double NORMAL_95 = 1.6448536269514722;

    private static final double WIDEST_PRIOR = 1000;

    /** The estimate is looked for from minus to plus this. */
    private static final double FARTHEST_MAXIMUM = 10;

    public Crm {
        skeleton = List.copyOf(skeleton);
        Limits.inside(DoseFindingQuantity.TARGET, target, 0, 1);
        double previous = 0;
        for (double guess : skeleton) {
            Limits.inside(DoseFindingQuantity.SKELETON, guess, previous, 1);
            previous = guess;
        }
        if (skeleton.isEmpty()) {
            throw Fault.of(DoseFindingFault.NO_DOSES).asException();
        }
        Limits.inside(DoseFindingQuantity.PRIOR_DEVIATION, priorDeviation, 0, WIDEST_PRIOR);
        if (stopCutoff != null) {
            Limits.inside(DoseFindingQuantity.ELIMINATION_CUTOFF, stopCutoff, 0, 1);
        }
        if (model == ToxicityModel.LOGISTIC && model.scaled(skeleton.getLast(), intercept) >= 0) {
            throw Fault.of(DoseFindingFault.INTERCEPT_TOO_SMALL)
                    .with("intercept", intercept)
                    .with("skeleton", skeleton.getLast())
                    .asException();
        }
    }

    /** The power model with the usual prior. */
    public static Crm withDefaults(List<Double> skeleton, double target) {
        return new Crm(
                ToxicityModel.EMPIRIC,
                skeleton,
                target,
                DEFAULT_PRIOR_DEVIATION,
                DEFAULT_INTERCEPT,
                Estimator.BAYES,
                null);
    }

    /** The same with another model and estimator. */
    public Crm with(ToxicityModel newModel, Estimator newEstimator) {
        return new Crm(newModel, skeleton, target, priorDeviation, intercept, newEstimator, stopCutoff);
    }

    /** The same with a rule to end the trial. */
    public Crm stoppingAbove(double cutoff) {
        return new Crm(model, skeleton, target, priorDeviation, intercept, estimator, cutoff);
    }

    @Override
    public String name() {
        return "crm";
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("target", target);
        settings.put("model", model.toString());
        settings.put("skeleton", skeleton);
        settings.put("priorSd", priorDeviation);
        if (model == ToxicityModel.LOGISTIC) {
            settings.put("intercept", intercept);
        }
        settings.put("estimator", estimator.toString());
        if (stopCutoff != null) {
            settings.put("cutoffEli", stopCutoff);
        }
        return settings;
    }

    /** There is none: a decision depends on the outcomes at all doses. */
    @Override
    public DecisionTable table(TableSize size) {
        throw Fault.of(DoseFindingFault.NO_TABLE).with("design", name()).asException();
    }

    /**
     * Fits the model.
     *
     * @throws org.opencgt.science.BadInput if there is another number of doses than guesses, or no maximum of likelihood
     */
    public CrmFit fit(int[] patients, int[] dlts) {
        requireDoses(patients.length);
        return new Fitting(this).fit(patients, dlts);
    }

    @Override
    public Advice decide(TrialState state) {
        int[] n = TrialState.patients(state.doses());
        int[] y = TrialState.dlts(state.doses());
        requireDoses(n.length);
        int dose = state.current() - 1;
        if (n[dose] == 0) {
            return MoveAdvice.nobodyYet(state);
        }
        DoseOutcomes last = state.lastCohort() == null ? state.here() : state.lastCohort();
        CrmRules rules = new CrmRules(this);
        int next = rules.next(n, y, n, Rules.NOTHING_EXCLUDED, dose, last.patients(), last.dlts());
        CrmFit fit = fit(n, y);
        Explanation why = Explanation.of(DesignReason.CLOSEST_TO_TARGET)
                .with("closest", fit.mtd())
                .with("toxicity", Figures.of(fit.toxicity().get(fit.mtd() - 1)))
                .with("target", target);
        if (next < 0) {
            return advice(Decision.STOP, next, DesignReason.STOP_TOO_TOXIC, state, tooToxic(n, y));
        }
        if (next > dose) {
            return advice(Decision.ESCALATE, next, DesignReason.ESCALATE, state, why);
        }
        if (next < dose) {
            return advice(Decision.DEESCALATE, next, DesignReason.DEESCALATE, state, why);
        }
        boolean held = fit.mtd() - 1 > dose;
        return advice(Decision.STAY, next, held ? DesignReason.STAY_COHERENT : DesignReason.STAY, state, why);
    }

    @Override
    public Selection select(List<DoseOutcomes> doses) {
        int[] n = TrialState.patients(doses);
        int[] y = TrialState.dlts(doses);
        CrmFit fit = fit(n, y);
        boolean stopped = stops(n, y);
        CrmPosterior posterior = posterior();
        return new Selection(
                stopped ? null : (Integer) fit.mtd(),
                fit.toxicity(),
                fit.lower(),
                fit.upper(),
                IntStream.range(0, n.length)
                        .mapToObj(dose -> posterior.exceeds(dose, target, n, y))
                        .toList(),
                new ArrayList<>(Collections.nCopies(n.length, stopped)),
                null,
                null,
                model(fit));
    }

    @Override
    public Rules rules(int doses, int maximumPatients) {
        requireDoses(doses);
        if (estimator == Estimator.MLE) {
            throw Fault.of(DoseFindingFault.MLE_NEEDS_A_FIRST_STAGE).asException();
        }
        return new CrmRules(this);
    }

    CrmPosterior posterior() {
        return new CrmPosterior(model, intercept, scaled(), priorDeviation);
    }

    double[] scaled() {
        return skeleton.stream()
                .mapToDouble(guess -> model.scaled(guess, intercept))
                .toArray();
    }

    /** Whether the outcomes end the trial. */
    boolean stops(int[] patients, int[] dlts) {
        return stopCutoff != null && posterior().exceeds(0, target, patients, dlts) > stopCutoff;
    }

    private static Map<String, Double> model(CrmFit fit) {
        Map<String, Double> model = new LinkedHashMap<>();
        model.put("a", fit.estimate());
        model.put("variance", fit.variance());
        return model;
    }

    private void requireDoses(int doses) {
        if (doses != skeleton.size()) {
            throw Fault.of(DoseFindingFault.OTHER_NUMBER_OF_DOSES)
                    .with("doses", skeleton.size())
                    .with("given", doses)
                    .asException();
        }
    }

    private Explanation tooToxic(int[] n, int[] y) {
        return Explanation.of(DesignReason.MODEL_TOO_TOXIC)
                .with("target", target)
                .with("probability", Figures.of(posterior().exceeds(0, target, n, y)))
                .with("cutoff", stopCutoff == null ? 1 : stopCutoff);
    }

    private static Advice advice(Decision decision, int next, DesignReason reason, TrialState state, Explanation why) {
        return new Advice(
                decision,
                next < 0 ? null : (Integer) (next + 1),
                null,
                null,
                Explanation.of(reason)
                        .with("dose", state.current())
                        .with("next", next + 1)
                        .with("why", why));
    }

    /** Fits of one model. */
    static final class Fitting {

        private static final double DIFFERENCE = 1e-4;

        private final Crm design;
        private final double[] scaled;
        private final CrmPosterior posterior;

        Fitting(Crm design) {
            this.design = design;
            scaled = design.scaled();
            posterior = design.posterior();
        }

        CrmFit fit(int[] patients, int[] dlts) {
            double estimate = estimate(patients, dlts);
            double variance = design.estimator == Estimator.BAYES
                    ? posterior.moments(patients, dlts).variance()
                    : 1 / information(patients, dlts, estimate);
            double margin = NORMAL_95 * Math.sqrt(variance);
            List<Double> toxicity = toxicities(estimate);
            return new CrmFit(
                    estimate,
                    variance,
                    toxicity,
                    toxicities(estimate + margin),
                    toxicities(estimate - margin),
                    closest(estimate) + 1);
        }

        double estimate(int[] patients, int[] dlts) {
            return design.estimator == Estimator.BAYES
                    ? posterior.moments(patients, dlts).mean()
                    : maximum(patients, dlts);
        }

        /** The dose from 0; the lowest of several. */
        int closest(double estimate) {
            double slope = Math.exp(estimate);
            int closest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int dose = 0; dose < scaled.length; dose++) {
                double distance =
                        Math.abs(design.model.toxicity(scaled[dose], design.intercept, slope) - design.target);
                if (distance < least) {
                    least = distance;
                    closest = dose;
                }
            }
            return closest;
        }

        private List<Double> toxicities(double estimate) {
            List<Double> toxicities = new ArrayList<>();
            for (double dose : scaled) {
                toxicities.add(design.model.toxicity(dose, design.intercept, Math.exp(estimate)));
            }
            return toxicities;
        }

        /** The root of the derivative of the logarithm of likelihood, which falls, by bisection. */
        private double maximum(int[] patients, int[] dlts) {
            int all = IntStream.of(patients).sum();
            int toxic = IntStream.of(dlts).sum();
            if (toxic == 0 || toxic == all) {
                throw Fault.of(DoseFindingFault.NO_MLE).asException();
            }
            double low = -FARTHEST_MAXIMUM;
            double high = FARTHEST_MAXIMUM;
            for (double middle = 0; low < middle && middle < high; middle = (low + high) / 2) {
                if (score(patients, dlts, middle) > 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** Minus the second derivative of the logarithm of likelihood. */
        private double information(int[] patients, int[] dlts, double a) {
            return (score(patients, dlts, a - DIFFERENCE) - score(patients, dlts, a + DIFFERENCE)) / (2 * DIFFERENCE);
        }

        private double score(int[] patients, int[] dlts, double a) {
            double slope = Math.exp(a);
            double score = 0;
            for (int dose = 0; dose < patients.length; dose++) {
                score += design.model.score(
                        scaled[dose], design.intercept, slope, dlts[dose], patients[dose] - dlts[dose]);
            }
            return score;
        }
    }
}
