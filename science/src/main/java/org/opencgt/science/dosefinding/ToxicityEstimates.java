package org.opencgt.science.dosefinding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Estimates of toxicity at each dose that do not decrease with dose. At a treated dose the posterior under beta(0.05, 0.05)
 * has mean (y + 0.05) / (n + 0.1) and variance v; means and 95% limits are pooled over adjacent doses with weights 1 / v, as
 * by the R package BOIN. NaN at doses that nobody received.
 *
 * @param estimates pooled posterior means
 * @param lower pooled 2.5% quantiles
 * @param upper pooled 97.5% quantiles
 */
public record ToxicityEstimates(List<Double> estimates, List<Double> lower, List<Double> upper) {

    /** The events and non-events that the prior is worth. */
    public static final double PSEUDO_COUNT = 0.05;

    public ToxicityEstimates {
        estimates = List.copyOf(estimates);
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
    }

    public static ToxicityEstimates of(List<DoseOutcomes> doses) {
        return new ToxicityEstimates(
                pooled(doses, BetaPosterior::mean),
                pooled(doses, posterior -> posterior.quantile(0.025)),
                pooled(doses, posterior -> posterior.quantile(0.975)));
    }

    /** Posterior probability under the same prior that toxicity is above a target, pooled with equal weights. */
    public static List<Double> overdoseProbabilities(List<DoseOutcomes> doses, double target) {
        return pooled(doses, posterior -> posterior.above(target), posterior -> 1);
    }

    /** The posterior at a dose. */
    static BetaPosterior posterior(int dlts, int patients) {
        return new BetaPosterior(dlts + PSEUDO_COUNT, patients - dlts + PSEUDO_COUNT);
    }

    private static List<Double> pooled(List<DoseOutcomes> doses, ToDoubleFunction<BetaPosterior> value) {
        return pooled(doses, value, posterior -> 1 / posterior.variance());
    }

    private static List<Double> pooled(
            List<DoseOutcomes> doses, ToDoubleFunction<BetaPosterior> value, ToDoubleFunction<BetaPosterior> weight) {
        List<BetaPosterior> posteriors = doses.stream()
                .filter(dose -> dose.patients() > 0)
                .map(dose -> posterior(dose.dlts(), dose.patients()))
                .toList();
        double[] fit = IsotonicRegression.fit(
                posteriors.stream().mapToDouble(value).toArray(),
                posteriors.stream().mapToDouble(weight).toArray());
        List<Double> all = new ArrayList<>(Collections.nCopies(doses.size(), Double.NaN));
        var next = Arrays.stream(fit).iterator();
        for (int dose = 0; dose < doses.size(); dose++) {
            if (doses.get(dose).patients() > 0) {
                all.set(dose, next.nextDouble());
            }
        }
        return all;
    }
}
