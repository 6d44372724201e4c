package org.opencgt.science.dosefinding.design;

import java.util.List;
import java.util.stream.IntStream;
import org.opencgt.science.dosefinding.DoseOutcomes;
import org.opencgt.science.dosefinding.IsotonicRegression;
import org.opencgt.science.dosefinding.Selection;
import org.opencgt.science.dosefinding.ToxicityEstimates;
import org.opencgt.science.dosefinding.TrialState;

/**
 * Selects the dose whose isotonic estimate of toxicity is closest to the target, among treated doses that are not eliminated.
 * The i-th of their estimates is raised by i × 10<sup>-10</sup>, so that among equal estimates the highest dose is selected if
 * they are below the target and the lowest if they are above. As {@code select.mtd} of the R package BOIN.
 *
 * @param target probability of toxicity that is aimed at
 * @param bound no dose with an estimate above this is selected; infinite for no such limit
 */
public record ClosestToTarget(double target, double bound) {

    private static final double STEP = 1e-10;

    static ClosestToTarget of(double target) {
        return new ClosestToTarget(target, Double.POSITIVE_INFINITY);
    }

    /**
     * Selects.
     *
     * @param admissible how many doses, from the lowest, are not eliminated
     */
    Selection select(List<DoseOutcomes> doses, int admissible) {
        int[] patients = TrialState.patients(doses);
        int most = IntStream.of(patients).max().orElse(0);
        int chosen = new Prepared(this, doses.size(), most).select(patients, TrialState.dlts(doses), admissible);
        List<Boolean> eliminated = IntStream.range(0, doses.size())
                .mapToObj(dose -> dose >= admissible)
                .toList();
        return Selection.ofToxicity(
                chosen == Rules.NONE ? null : (Integer) (chosen + 1),
                ToxicityEstimates.of(doses),
                ToxicityEstimates.overdoseProbabilities(doses, target),
                eliminated);
    }

    /** With estimates and weights tabulated, and working space. For one thread. */
    static final class Prepared {

        private final ClosestToTarget rule;
        private final int stride;
        private final double[] estimates;
        private final double[] weights;
        private final double[] fitted;
        private final double[] pooledWeights;
        private final int[] sizes;
        private final int[] treated;

        Prepared(ClosestToTarget rule, int doses, int maximumPatients) {
            this(
                    rule,
                    doses,
                    maximumPatients + 1,
                    new double[square(maximumPatients)],
                    new double[square(maximumPatients)]);
            for (int n = 1; n <= maximumPatients; n++) {
                for (int y = 0; y <= n; y++) {
                    double a = y + ToxicityEstimates.PSEUDO_COUNT;
                    double b = n - y + ToxicityEstimates.PSEUDO_COUNT;
                    estimates[n * stride + y] = a / (a + b);
                    weights[n * stride + y] = (a + b) * (a + b) * (a + b + 1) / (a * b);
                }
            }
        }

        private Prepared(ClosestToTarget rule, int doses, int stride, double[] estimates, double[] weights) {
            this.rule = rule;
            this.stride = stride;
            this.estimates = estimates;
            this.weights = weights;
            this.fitted = new double[doses];
            this.pooledWeights = new double[doses];
            this.sizes = new int[doses];
            this.treated = new int[doses];
        }

        Prepared copy() {
            return new Prepared(rule, fitted.length, stride, estimates, weights);
        }

        /** The selected dose from 0, or {@link Rules#NONE}. */
        int select(int[] patients, int[] dlts, int admissible) {
            int count = 0;
            boolean monotone = true;
            double previous = 0;
            for (int dose = 0; dose < admissible; dose++) {
                if (patients[dose] > 0) {
                    int cell = patients[dose] * stride + dlts[dose];
                    double estimate = estimates[cell];
                    fitted[count] = estimate;
                    pooledWeights[count] = weights[cell];
                    treated[count++] = dose;
                    monotone &= estimate >= previous;
                    previous = estimate;
                }
            }
            if (!monotone) {
                IsotonicRegression.fit(fitted, pooledWeights, sizes, count);
            }
            int chosen = Rules.NONE;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                double estimate = fitted[i] + (i + 1) * STEP;
                double distance = Math.abs(estimate - rule.target);
                if (distance < least && estimate <= rule.bound) {
                    least = distance;
                    chosen = treated[i];
                }
            }
            return chosen;
        }

        private static int square(int maximumPatients) {
            return (maximumPatients + 1) * (maximumPatients + 1);
        }
    }
}
