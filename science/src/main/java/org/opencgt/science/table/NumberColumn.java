package org.opencgt.science.table;

import java.util.Arrays;

/** A column of numbers, some of which may be missing. */
public final class NumberColumn {

    private final String name;
    private final double[] values;

    NumberColumn(String name, double[] values) {
        this.name = name;
        this.values = values;
    }

    /** A column of one's own; NaN where missing. */
    public static NumberColumn of(String name, double... values) {
        return new NumberColumn(name, values.clone());
    }

    public String name() {
        return name;
    }

    public int size() {
        return values.length;
    }

    /** The number in a row, NaN where it is missing. */
    public double get(int row) {
        return values[row];
    }

    /** Numbers in files are finite, so NaN stands for missing and for nothing else. */
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    /** All numbers, NaN where missing. */
    public double[] values() {
        return values.clone();
    }

    /** The numbers that are there, in order. */
    public double[] present() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }
}
