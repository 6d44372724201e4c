package org.opencgt.science.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * Quantiles by Newton's method on the logarithm of the smaller tail, kept within a bracket. The caller gives its distribution on a
 * scale that has no ends.
 */
final class Inversion {

    private static final int MOST_STEPS = 200;

    private Inversion() {}

    /**
     * The y at which the lower tail is p.
     *
     * @param start near which it is sought
     * @param width a step that means something on this scale
     */
    static double solve(
            double p,
            DoubleUnaryOperator below,
            DoubleUnaryOperator above,
            DoubleUnaryOperator density,
            double start,
            double width) {
        boolean lower = p <= 0.5;
        double target = Math.log(lower ? p : 1 - p);
        DoubleUnaryOperator tail = lower ? below : above;
        double sign = lower ? 1 : -1;
        // sign * (log tail - target) rises with y.
        double y = start;
        double least = Double.NEGATIVE_INFINITY;
        double most = Double.POSITIVE_INFINITY;
        double stride = width;
        for (int step = 0; step < MOST_STEPS; step++) {
            double mass = tail.applyAsDouble(y);
            double miss = sign * (Math.log(mass) - target);
            if (miss == 0) {
                return y;
            }
            if (miss > 0) {
                most = y;
            } else {
                least = y;
            }
            double slope = density.applyAsDouble(y) / mass;
            double next = y - miss / slope;
            boolean inside = next > least && next < most;
            if (Double.isInfinite(least) || Double.isInfinite(most)) {
                double farthest = miss > 0 ? y - stride : y + stride;
                if (!inside || Math.abs(next - y) > stride) {
                    next = farthest;
                    stride *= 2;
                }
            } else if (!inside) {
                next = least + (most - least) / 2;
                if (next == least || next == most) {
                    return next;
                }
            }
            if (Math.abs(next - y) <= 2e-16 * Math.max(1e-3, Math.abs(y))) {
                return next;
            }
            y = next;
        }
        return y;
    }
}
