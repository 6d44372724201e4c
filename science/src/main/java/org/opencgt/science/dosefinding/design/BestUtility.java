package org.opencgt.science.dosefinding.design;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opencgt.science.dosefinding.DoseOutcomes;
import org.opencgt.science.dosefinding.IsotonicRegression;
import org.opencgt.science.dosefinding.Selection;
import org.opencgt.science.dosefinding.ToxicityEstimates;
import org.opencgt.science.dosefinding.TrialState;

/**
 * Selects the admissible treated dose with the highest estimated utility among those up to the maximum tolerated dose, which is the
 * one whose estimate of toxicity is closest to the target. Of n patients with y toxicities, (y + 0.05) / (n + 0.1) is made
 * non-decreasing over all doses, with weights n + 0.1; efficacy is estimated by {@link UnimodalAverage}. The i-th estimate is then
 * raised by 0.001 i and 0.01 i, as a preference for higher doses among equal ones. As the R package phase12designs.
 */
record BestUtility(double target, Utility utility) {

    private static final double TOXICITY_STEP = 0.001;
    private static final double EFFICACY_STEP = 0.01;

    Selection select(List<DoseOutcomes> doses, long admissible) {
        int[] n = TrialState.patients(doses);
        Prepared prepared =
                new Prepared(this, doses.size(), IntStream.of(n).max().orElse(0));
        int chosen = prepared.select(n, TrialState.dlts(doses), TrialState.responses(doses), admissible);
        prepared.estimateUtility(n, TrialState.responses(doses));
        ToxicityEstimates toxicity = ToxicityEstimates.of(doses);
        List<Boolean> eliminated = IntStream.range(0, n.length)
                .mapToObj(dose -> (admissible >>> dose & 1) == 0)
                .toList();
        return new Selection(
                chosen == Rules.NONE ? null : (Integer) (chosen + 1),
                toxicity.estimates(),
                toxicity.lower(),
                toxicity.upper(),
                ToxicityEstimates.overdoseProbabilities(doses, target),
                eliminated,
                treated(n, prepared.efficacy, EFFICACY_STEP),
                treated(n, prepared.utilities, 0),
                null);
    }

    private static List<Double> treated(int[] n, double[] values, double step) {
        List<Double> list = new ArrayList<>();
        for (int dose = 0; dose < n.length; dose++) {
            list.add(n[dose] > 0 ? values[dose] - (dose + 1) * step : Double.NaN);
        }
        return list;
    }

    /** With working space, for one thread. */
    static final class Prepared {

        private final BestUtility rule;
        private final Rates rates;
        private final double[] toxicity;
        private final double[] efficacy;
        private final double[] utilities;
        private final double[] weights;
        private final int[] sizes;
        private final UnimodalAverage unimodal;

        Prepared(BestUtility rule, int doses, int maximumPatients) {
            this(rule, doses, new Rates(maximumPatients));
        }

        private Prepared(BestUtility rule, int doses, Rates rates) {
            this(rule, doses, rates, new UnimodalAverage(doses, rates));
        }

        private Prepared(BestUtility rule, int doses, Rates rates, UnimodalAverage unimodal) {
            this.rates = rates;
            this.rule = rule;
            toxicity = new double[doses];
            efficacy = new double[doses];
            utilities = new double[doses];
            weights = new double[doses];
            sizes = new int[doses];
            this.unimodal = unimodal;
        }

        Prepared copy() {
            return new Prepared(rule, sizes.length, rates, unimodal.copy());
        }

        /** The dose from 0, or {@link Rules#NONE}. */
        int select(int[] n, int[] y, int[] e, long admissible) {
            estimateToxicity(n, y);
            int tolerated = closest();
            long eligible = 0;
            for (int dose = 0; dose <= tolerated; dose++) {
                eligible |= n[dose] > 0 ? admissible & 1L << dose : 0;
            }
            if (Long.bitCount(eligible) <= 1) {
                return eligible == 0 ? Rules.NONE : Long.numberOfTrailingZeros(eligible);
            }
            estimateUtility(n, e);
            int chosen = Rules.NONE;
            double best = Double.NEGATIVE_INFINITY;
            for (int dose = 0; dose <= tolerated; dose++) {
                if ((eligible >>> dose & 1) != 0 && utilities[dose] > best) {
                    best = utilities[dose];
                    chosen = dose;
                }
            }
            return chosen;
        }

        private void estimateUtility(int[] n, int[] e) {
            unimodal.estimate(n, e, efficacy);
            for (int dose = 0; dose < n.length; dose++) {
                efficacy[dose] += (dose + 1) * EFFICACY_STEP;
                utilities[dose] = rule.utility.mean(toxicity[dose], efficacy[dose]);
            }
        }

        private int closest() {
            int closest = 0;
            for (int dose = 1; dose < toxicity.length; dose++) {
                if (Math.abs(toxicity[dose] - rule.target) < Math.abs(toxicity[closest] - rule.target)) {
                    closest = dose;
                }
            }
            return closest;
        }

        private void estimateToxicity(int[] n, int[] y) {
            boolean monotone = true;
            for (int dose = 0; dose < n.length; dose++) {
                toxicity[dose] = rates.of(y[dose], n[dose]);
                weights[dose] = n[dose] + 2 * ToxicityEstimates.PSEUDO_COUNT;
                monotone &= dose == 0 || toxicity[dose] >= toxicity[dose - 1];
            }
            if (!monotone) {
                IsotonicRegression.fit(toxicity, weights, sizes, n.length);
            }
            for (int dose = 0; dose < n.length; dose++) {
                toxicity[dose] += (dose + 1) * TOXICITY_STEP;
            }
        }
    }
}
