package org.opencgt.science.assay;

import java.util.stream.IntStream;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.statistics.Mean;

/**
 * Results of two methods on the same samples.
 *
 * @param x of the one method
 * @param y of the other
 * @param missing samples left out because a result is missing
 */
public record Pairs(double[] x, double[] y, int missing) {

    /** The pairs in which both are there; NaN is missing. */
    public static Pairs of(double[] x, double[] y) {
        int[] there = IntStream.range(0, x.length)
                .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                .toArray();
        for (int i : there) {
            Check.finite(AssayQuantity.MEASUREMENT, x[i]);
            Check.finite(AssayQuantity.MEASUREMENT, y[i]);
        }
        return new Pairs(
                IntStream.of(there).mapToDouble(i -> x[i]).toArray(),
                IntStream.of(there).mapToDouble(i -> y[i]).toArray(),
                x.length - there.length);
    }

    public int n() {
        return x.length;
    }

    /**
     * Refuses fewer pairs.
     *
     * @throws BadInput then
     */
    void require(int least) {
        if (n() < least) {
            throw Fault.of(AssayFault.TOO_FEW_PAIRS)
                    .with("n", n())
                    .with("least", least)
                    .asException();
        }
    }

    /** Refuses results of one method that are all alike. */
    void requireSpread() {
        if (squares(x) == 0 || squares(y) == 0) {
            throw Fault.of(AssayFault.NO_SPREAD).asException();
        }
    }

    private static double squares(double[] values) {
        double mean = Mean.of(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    Moments moments() {
        double mx = Mean.of(x);
        double my = Mean.of(y);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < n(); i++) {
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
            xy += (x[i] - mx) * (y[i] - my);
        }
        return new Moments(mx, my, xx, yy, xy);
    }

    /** Means and sums of squares and products about them. */
    record Moments(double meanX, double meanY, double xx, double yy, double xy) {
        double correlation() {
            return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
        }
    }
}
