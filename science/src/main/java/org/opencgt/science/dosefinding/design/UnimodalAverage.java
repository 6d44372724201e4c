package org.opencgt.science.dosefinding.design;

import java.util.Arrays;
import org.opencgt.science.dosefinding.ToxicityEstimates;

/**
 * Estimates of response that rise with dose to some mode and fall beyond it. For each dose as the mode, the rates (e + 0.05) / (n +
 * 0.1) are fitted by weighted least squares with weights n + 0.5; the fits are then averaged, weighted by their likelihoods. As
 * the estimate by which the R package phase12designs selects a dose. With working space, for one thread.
 */
final class UnimodalAverage {

    private static final double EXTRA_WEIGHT = 0.5;

    private final int doses;
    private final double[] rates;
    private final double[] weights;
    private final double[] fitted;
    /** Blocks of the doses below the mode, the highest last, and of those above it, the lowest last. */
    private final Blocks below;

    private final Blocks above;

    UnimodalAverage(int doses) {
        this.doses = doses;
        rates = new double[doses];
        weights = new double[doses];
        fitted = new double[doses];
        below = new Blocks(doses);
        above = new Blocks(doses);
    }

    /** Fills in the estimates. */
    void estimate(int[] n, int[] events, double[] estimates) {
        for (int dose = 0; dose < doses; dose++) {
            rates[dose] =
                    (events[dose] + ToxicityEstimates.PSEUDO_COUNT) / (n[dose] + 2 * ToxicityEstimates.PSEUDO_COUNT);
            weights[dose] = n[dose] + EXTRA_WEIGHT;
        }
        Arrays.fill(estimates, 0);
        double total = 0;
        for (int mode = 0; mode < doses; mode++) {
            fit(mode);
            double likelihood = likelihood(n, events);
            total += likelihood;
            for (int dose = 0; dose < doses; dose++) {
                estimates[dose] += likelihood * fitted[dose];
            }
        }
        for (int dose = 0; dose < doses; dose++) {
            estimates[dose] /= total;
        }
    }

    /** Fits values with a given mode. */
    double[] fit(double[] values, double[] valueWeights, int mode) {
        System.arraycopy(values, 0, rates, 0, doses);
        System.arraycopy(valueWeights, 0, weights, 0, doses);
        fit(mode);
        return fitted.clone();
    }

    /** The doses on each side are fitted on their own; the mode is then pooled with blocks that exceed it, the highest first. */
    private void fit(int mode) {
        below.clear();
        for (int dose = 0; dose < mode; dose++) {
            below.push(rates[dose], weights[dose]);
        }
        above.clear();
        for (int dose = doses - 1; dose > mode; dose--) {
            above.push(rates[dose], weights[dose]);
        }
        double value = rates[mode];
        double weight = weights[mode];
        int from = mode;
        int to = mode;
        while (Math.max(below.top(), above.top()) > value) {
            Blocks higher = below.top() >= above.top() ? below : above;
            double together = weight + higher.topWeight();
            value = (value * weight + higher.top() * higher.topWeight()) / together;
            weight = together;
            int size = higher.pop();
            from -= higher == below ? size : 0;
            to += higher == above ? size : 0;
        }
        int end = 0;
        for (int block = 0; block < below.count; block++) {
            for (int i = 0; i < below.sizes[block]; i++) {
                fitted[end++] = below.values[block];
            }
        }
        Arrays.fill(fitted, from, to + 1, value);
        int start = doses;
        for (int block = 0; block < above.count; block++) {
            for (int i = 0; i < above.sizes[block]; i++) {
                fitted[--start] = above.values[block];
            }
        }
    }

    /** Up to a factor that all fits share. */
    private double likelihood(int[] n, int[] events) {
        double likelihood = 1;
        int dose = 0;
        while (dose < doses) {
            double p = fitted[dose];
            int successes = 0;
            int failures = 0;
            while (dose < doses && fitted[dose] == p) {
                successes += events[dose];
                failures += n[dose] - events[dose];
                dose++;
            }
            likelihood *= power(p, successes) * power(1 - p, failures);
        }
        return likelihood;
    }

    private static double power(double base, int exponent) {
        double result = 1;
        double square = base;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    /** Pooled adjacent violators, as a stack of blocks with rising values. */
    private static final class Blocks {

        private final double[] values;
        private final double[] blockWeights;
        private final int[] sizes;
        private int count;

        Blocks(int doses) {
            values = new double[doses];
            blockWeights = new double[doses];
            sizes = new int[doses];
        }

        void clear() {
            count = 0;
        }

        void push(double newValue, double newWeight) {
            double value = newValue;
            double weight = newWeight;
            int size = 1;
            while (count > 0 && values[count - 1] > value) {
                count--;
                double together = blockWeights[count] + weight;
                value = (values[count] * blockWeights[count] + value * weight) / together;
                weight = together;
                size += sizes[count];
            }
            values[count] = value;
            blockWeights[count] = weight;
            sizes[count++] = size;
        }

        double top() {
            return count == 0 ? Double.NEGATIVE_INFINITY : values[count - 1];
        }

        double topWeight() {
            return blockWeights[count - 1];
        }

        /** Takes the top away; returns how many doses it held. */
        int pop() {
            return sizes[--count];
        }
    }
}
