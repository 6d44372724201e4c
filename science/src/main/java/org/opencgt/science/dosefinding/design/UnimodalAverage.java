package org.opencgt.science.dosefinding.design;

import java.util.Arrays;

/**
 * Estimates of response that rise with dose to some mode and fall beyond it. For each dose as the mode, the rates (e + 0.05) / (n +
 * 0.1) are fitted by weighted least squares with weights n + 0.5; the fits are then averaged, weighted by their likelihoods. As
 * the estimate by which the R package phase12designs selects a dose. With working space, for one thread.
 *
 * <p>Every fit consists of blocks of neighbouring doses, each with the weighted mean of its rates, so that a block's likelihood is
 * computed once for all modes.
 */
final class UnimodalAverage {

    private static final double EXTRA_WEIGHT = 0.5;

    private final int doses;
    private final Rates tabulated;
    private final double[] rates;
    private final double[] weights;
    private final double[] fitted;
    private final Blocks below;
    /** For each mode, the blocks of the doses above it, the lowest last. */
    private final Blocks[] above;

    private final BlockLikelihoods likelihoods;

    UnimodalAverage(int doses, Rates rates) {
        this(doses, rates, new BlockLikelihoods(doses, rates));
    }

    private UnimodalAverage(int doses, Rates tabulated, BlockLikelihoods likelihoods) {
        this.doses = doses;
        this.tabulated = tabulated;
        rates = new double[doses];
        weights = new double[doses];
        fitted = new double[doses];
        below = new Blocks(doses);
        above = new Blocks[doses];
        Arrays.setAll(above, mode -> new Blocks(doses));
        this.likelihoods = likelihoods;
    }

    UnimodalAverage copy() {
        return new UnimodalAverage(doses, tabulated, likelihoods.copy());
    }

    /** Fills in the estimates. */
    void estimate(int[] n, int[] events, double[] estimates) {
        for (int dose = 0; dose < doses; dose++) {
            rates[dose] = tabulated.of(events[dose], n[dose]);
            weights[dose] = n[dose] + EXTRA_WEIGHT;
        }
        likelihoods.of(n, events);
        Arrays.fill(estimates, 0);
        double total = 0;
        prepare();
        for (int mode = 0; mode < doses; mode++) {
            double likelihood = fit(mode);
            total += likelihood;
            for (int dose = 0; dose < doses; dose++) {
                estimates[dose] += likelihood * fitted[dose];
            }
            below.push(rates[mode], weights[mode], mode, mode);
        }
        double scale = 1 / total;
        for (int dose = 0; dose < doses; dose++) {
            estimates[dose] *= scale;
        }
    }

    /** Fits values with a given mode. */
    double[] fit(double[] values, double[] valueWeights, int mode) {
        System.arraycopy(values, 0, rates, 0, doses);
        System.arraycopy(valueWeights, 0, weights, 0, doses);
        likelihoods.of(new int[doses], new int[doses]);
        prepare();
        for (int dose = 0; dose < mode; dose++) {
            below.push(rates[dose], weights[dose], dose, dose);
        }
        fit(mode);
        return fitted.clone();
    }

    private void prepare() {
        below.clear();
        above[doses - 1].clear();
        for (int mode = doses - 2; mode >= 0; mode--) {
            above[mode].copy(above[mode + 1]);
            above[mode].push(rates[mode + 1], weights[mode + 1], mode + 1, mode + 1);
        }
    }

    /**
     * Pools the mode with blocks on either side that exceed it, the highest first. Returns the likelihood of the fit, up to a
     * factor that all fits share.
     */
    private double fit(int mode) {
        Blocks beyond = above[mode];
        double value = rates[mode];
        double weight = weights[mode];
        int from = mode;
        int to = mode;
        int left = below.count;
        int right = beyond.count;
        while (true) {
            double atLeft = left > 0 ? below.values[left - 1] : Double.NEGATIVE_INFINITY;
            double atRight = right > 0 ? beyond.values[right - 1] : Double.NEGATIVE_INFINITY;
            if (Math.max(atLeft, atRight) <= value) {
                break;
            }
            double pooled;
            if (atLeft >= atRight) {
                pooled = below.weights[--left];
                value = (value * weight + atLeft * pooled) / (weight + pooled);
                from = below.from[left];
            } else {
                pooled = beyond.weights[--right];
                value = (value * weight + atRight * pooled) / (weight + pooled);
                to = beyond.to[right];
            }
            weight += pooled;
        }
        double likelihood = likelihoods.of(from, to, value);
        for (int dose = from; dose <= to; dose++) {
            fitted[dose] = value;
        }
        return likelihood * spread(below, left) * spread(beyond, right);
    }

    /** Writes blocks to the fit; returns their likelihood. */
    private double spread(Blocks blocks, int count) {
        double likelihood = 1;
        for (int block = 0; block < count; block++) {
            double value = blocks.values[block];
            for (int dose = blocks.from[block]; dose <= blocks.to[block]; dose++) {
                fitted[dose] = value;
            }
            likelihood *= likelihoods.of(blocks.from[block], blocks.to[block], value);
        }
        return likelihood;
    }

    /** Pooled adjacent violators, as a stack of blocks with rising values. */
    private static final class Blocks {

        private final double[] values;
        private final double[] weights;
        private final int[] from;
        private final int[] to;
        private int count;

        Blocks(int doses) {
            values = new double[doses];
            weights = new double[doses];
            from = new int[doses];
            to = new int[doses];
        }

        void clear() {
            count = 0;
        }

        void copy(Blocks other) {
            count = other.count;
            for (int block = 0; block < count; block++) {
                values[block] = other.values[block];
                weights[block] = other.weights[block];
                from[block] = other.from[block];
                to[block] = other.to[block];
            }
        }

        void push(double newValue, double newWeight, int newFrom, int newTo) {
            double value = newValue;
            double weight = newWeight;
            int first = newFrom;
            int last = newTo;
            while (count > 0 && values[count - 1] > value) {
                count--;
                double together = weights[count] + weight;
                value = (values[count] * weights[count] + value * weight) / together;
                weight = together;
                first = Math.min(first, from[count]);
                last = Math.max(last, to[count]);
            }
            values[count] = value;
            weights[count] = weight;
            from[count] = first;
            to[count++] = last;
        }
    }
}
