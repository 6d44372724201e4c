package org.opencgt.bench;

import java.util.Arrays;

/** A row of the table of figures. */
final class Percentiles {

    private Percentiles() {}

    static void print(String what, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "| %s | median %.3f ms | p99 %.3f ms | longest %.3f ms | %,d times |%n",
                what, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1), sorted.length);
    }

    /** Milliseconds; the smallest value that the given part of all does not exceed. */
    private static double at(long[] sorted, double part) {
        return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)] / 1e6;
    }
}
