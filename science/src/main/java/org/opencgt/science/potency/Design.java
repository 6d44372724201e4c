package org.opencgt.science.potency;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The columns of a linear model, put together one by one; a column that follows from those before it is left out. */
final class Design {

    private static final double DEPENDENT = 1e-9;

    private final int rows;
    private final List<double[]> columns = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<double[]> orthogonal = new ArrayList<>();

    Design(int rows) {
        this.rows = rows;
    }

    Design copy() {
        Design copy = new Design(rows);
        copy.columns.addAll(columns);
        copy.names.addAll(names);
        copy.orthogonal.addAll(orthogonal);
        return copy;
    }

    /** Adds a column; returns whether it is new. */
    boolean add(String name, double[] column) {
        double[] rest = column.clone();
        double before = length(rest);
        for (int pass = 0; pass < 2; pass++) {
            for (double[] other : orthogonal) {
                double dot = 0;
                for (int i = 0; i < rows; i++) {
                    dot += other[i] * rest[i];
                }
                for (int i = 0; i < rows; i++) {
                    rest[i] -= dot * other[i];
                }
            }
        }
        double after = length(rest);
        if (!(after > DEPENDENT * before)) {
            return false;
        }
        for (int i = 0; i < rows; i++) {
            rest[i] /= after;
        }
        columns.add(column);
        names.add(name);
        orthogonal.add(rest);
        return true;
    }

    /** Adds a column of zeros and ones. */
    boolean addIndicator(String name, IntPredicate isOne) {
        double[] column = new double[rows];
        for (int i = 0; i < rows; i++) {
            column[i] = isOne.test(i) ? 1 : 0;
        }
        return add(name, column);
    }

    private static double length(double[] column) {
        double sum = 0;
        for (double value : column) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    int size() {
        return columns.size();
    }

    int index(String name) {
        return names.indexOf(name);
    }

    List<String> names() {
        return names;
    }

    double[][] columns() {
        return columns.toArray(double[][]::new);
    }

    /** The same, row by row. */
    double[][] matrix() {
        double[][] matrix = new double[rows][columns.size()];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns.size(); j++) {
                matrix[i][j] = columns.get(j)[i];
            }
        }
        return matrix;
    }
}
