package org.opencgt.science.assay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.opencgt.science.Fault;
import org.opencgt.science.statistics.Mean;

/**
 * Variance components of random factors by the sequential analysis of variance (type I sums of squares; Searle, Casella and
 * McCulloch 1992, ch. 4 and 5). With A_i the projection of source i, sums of squares y'A_i y have the expectations sum_a
 * tr(A_i Z_a Z_a') v_a; these are solved for v. Covariances of the sums of squares, 2 tr(A_i V A_j V), hold for unequal
 * groups too.
 */
final class VarianceComponents {

    private final double[] squares;
    private final int[] df;
    private final double[][] expectation;
    /** Z_b'A_i Z_a by source, b, a. */
    private final double[][][][] crossed;

    private final boolean balanced;
    private final int factors;

    /**
     * Decomposes.
     *
     * @param levels of each factor, the outermost first, by row, as whole numbers from 0
     * @param nested whether each factor lies within those before it
     */
    VarianceComponents(double[] y, List<int[]> levels, boolean nested) {
        this.factors = levels.size();
        int n = y.length;
        List<int[]> groups = groups(levels, nested);
        this.squares = new double[factors + 1];
        this.df = new int[factors + 1];
        this.expectation = new double[factors + 1][factors + 1];
        this.crossed = new double[factors][factors][factors][];
        double mean = Mean.of(y);
        double total = 0;
        for (double value : y) {
            total += (value - mean) * (value - mean);
        }
        if (nested) {
            nested(y, groups, mean);
        } else {
            sequential(y, groups, mean);
        }
        boolean equal = true;
        for (int[] group : groups) {
            equal &= equalSizes(group);
        }
        this.balanced = equal && (nested || cellsEqual(groups));
        this.df[factors] = n - 1;
        for (int i = 0; i < factors; i++) {
            df[factors] -= df[i];
            if (df[i] < 1) {
                throw Fault.of(AssayFault.ONE_LEVEL).with("factor", i + 1).asException();
            }
        }
        if (df[factors] < 1) {
            throw Fault.of(AssayFault.NO_REPLICATES).asException();
        }
        this.squares[factors] = residual(y, groups, nested, total);
        expectation[factors][factors] = df[factors];
        for (int i = 0; i < factors; i++) {
            expectation[i][factors] = df[i];
            for (int a = 0; a < factors; a++) {
                expectation[i][a] = trace(crossed[i][a][a], a);
            }
        }
    }

    /** The groups that the levels make, numbered from 0: those of a nested factor within those before it. */
    static List<int[]> groups(List<int[]> levels, boolean nested) {
        List<int[]> groups = new ArrayList<>();
        int[] before = new int[levels.getFirst().length];
        for (int[] own : levels) {
            int[] group = nested ? within(before, own) : numbered(own);
            groups.add(group);
            before = group;
        }
        return groups;
    }

    private int[] sizes = {};

    private double trace(double[] square, int a) {
        int q = sizes[a];
        double sum = 0;
        for (int g = 0; g < q; g++) {
            sum += square[g * q + g];
        }
        return sum;
    }

    private static int[] numbered(int[] own) {
        return within(new int[own.length], own);
    }

    private static int[] within(int[] before, int[] own) {
        Map<Long, Integer> numbers = new LinkedHashMap<>();
        int[] group = new int[own.length];
        for (int i = 0; i < own.length; i++) {
            group[i] = numbers.computeIfAbsent(((long) before[i] << 32) + own[i], unseen -> numbers.size());
        }
        return group;
    }

    private static int count(int[] group) {
        int most = -1;
        for (int g : group) {
            most = Math.max(most, g);
        }
        return most + 1;
    }

    private static boolean equalSizes(int[] group) {
        int[] size = new int[count(group)];
        for (int g : group) {
            size[g]++;
        }
        for (int s : size) {
            if (s != size[0]) {
                return false;
            }
        }
        return true;
    }

    private static boolean cellsEqual(List<int[]> groups) {
        int[] cell = new int[groups.getFirst().length];
        long cells = 1;
        for (int[] group : groups) {
            cell = within(cell, group);
            cells *= count(group);
        }
        return equalSizes(cell) && count(cell) == cells;
    }

    private static double[] means(double[] y, int[] group, double mean) {
        double[] sum = new double[count(group)];
        int[] size = new int[sum.length];
        for (int i = 0; i < y.length; i++) {
            sum[group[i]] += y[i] - mean;
            size[group[i]]++;
        }
        for (int g = 0; g < sum.length; g++) {
            sum[g] /= size[g];
        }
        return sum;
    }

    /** Groups within groups: projections are means, so all follows from counts. */
    private void nested(double[] y, List<int[]> groups, double mean) {
        int n = y.length;
        sizes = groups.stream().mapToInt(VarianceComponents::count).toArray();
        double[] parent = new double[n];
        int above = 1;
        for (int i = 0; i < factors; i++) {
            double[] own = means(y, groups.get(i), mean);
            for (int row = 0; row < n; row++) {
                double value = own[groups.get(i)[row]];
                squares[i] += (value - parent[row]) * (value - parent[row]);
                parent[row] = value;
            }
            df[i] = sizes[i] - above;
            above = sizes[i];
        }
        int[] whole = new int[n];
        for (int b = 0; b < factors; b++) {
            for (int a = 0; a < factors; a++) {
                double[] last = projected(groups.get(b), whole, groups.get(a), sizes[b], 1, sizes[a]);
                for (int i = 0; i < factors; i++) {
                    double[] next =
                            projected(groups.get(b), groups.get(i), groups.get(a), sizes[b], sizes[i], sizes[a]);
                    double[] difference = new double[next.length];
                    for (int k = 0; k < next.length; k++) {
                        difference[k] = next[k] - last[k];
                    }
                    crossed[i][b][a] = difference;
                    last = next;
                }
            }
        }
    }

    /** Z_b' P Z_a with P the means over groups. */
    private static double[] projected(int[] b, int[] group, int[] a, int sizeB, int size, int sizeA) {
        double[][] byB = new double[size][sizeB];
        double[][] byA = new double[size][sizeA];
        double[] counts = new double[size];
        for (int row = 0; row < group.length; row++) {
            byB[group[row]][b[row]]++;
            byA[group[row]][a[row]]++;
            counts[group[row]]++;
        }
        double[] product = new double[sizeB * sizeA];
        for (int g = 0; g < size; g++) {
            for (int k = 0; k < sizeB; k++) {
                if (byB[g][k] != 0) {
                    double weight = byB[g][k] / counts[g];
                    for (int l = 0; l < sizeA; l++) {
                        product[k * sizeA + l] += weight * byA[g][l];
                    }
                }
            }
        }
        return product;
    }

    private List<double[]> basis = List.of();

    /** Any factors: projections by orthogonal columns, one factor after the other. */
    private void sequential(double[] y, List<int[]> groups, double mean) {
        int n = y.length;
        sizes = groups.stream().mapToInt(VarianceComponents::count).toArray();
        List<double[]> orthogonal = new ArrayList<>();
        double[] constant = new double[n];
        Arrays.fill(constant, 1 / Math.sqrt(n));
        orthogonal.add(constant);
        for (int i = 0; i < factors; i++) {
            int from = orthogonal.size();
            for (int g = 0; g < sizes[i]; g++) {
                double[] column = new double[n];
                for (int row = 0; row < n; row++) {
                    column[row] = groups.get(i)[row] == g ? 1 : 0;
                }
                double[] rest = orthogonal(column, orthogonal);
                if (rest.length > 0) {
                    orthogonal.add(rest);
                }
            }
            List<double[]> own = orthogonal.subList(from, orthogonal.size());
            df[i] = own.size();
            double[][][] sums = new double[factors][own.size()][];
            for (int k = 0; k < own.size(); k++) {
                double dot = 0;
                for (int row = 0; row < n; row++) {
                    dot += own.get(k)[row] * (y[row] - mean);
                }
                squares[i] += dot * dot;
                for (int a = 0; a < factors; a++) {
                    sums[a][k] = new double[sizes[a]];
                    for (int row = 0; row < n; row++) {
                        sums[a][k][groups.get(a)[row]] += own.get(k)[row];
                    }
                }
            }
            for (int b = 0; b < factors; b++) {
                for (int a = 0; a < factors; a++) {
                    double[] product = new double[sizes[b] * sizes[a]];
                    for (int k = 0; k < own.size(); k++) {
                        for (int g = 0; g < sizes[b]; g++) {
                            for (int h = 0; h < sizes[a]; h++) {
                                product[g * sizes[a] + h] += sums[b][k][g] * sums[a][k][h];
                            }
                        }
                    }
                    crossed[i][b][a] = product;
                }
            }
        }
        basis = orthogonal;
    }

    private static double[] orthogonal(double[] column, List<double[]> others) {
        double[] rest = column.clone();
        double before = 0;
        for (double value : column) {
            before += value * value;
        }
        double after = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (double[] other : others) {
                double dot = 0;
                for (int i = 0; i < rest.length; i++) {
                    dot += other[i] * rest[i];
                }
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= dot * other[i];
                }
            }
        }
        for (double value : rest) {
            after += value * value;
        }
        if (after <= 1e-18 * before) {
            return new double[0];
        }
        double length = Math.sqrt(after);
        for (int i = 0; i < rest.length; i++) {
            rest[i] /= length;
        }
        return rest;
    }

    private double residual(double[] y, List<int[]> groups, boolean nested, double total) {
        double mean = Mean.of(y);
        double[] rest = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            rest[i] = y[i] - mean;
        }
        if (nested) {
            double[] own = means(y, groups.getLast(), mean);
            for (int i = 0; i < y.length; i++) {
                rest[i] -= own[groups.getLast()[i]];
            }
        } else {
            rest = remainder(rest, basis);
        }
        double sum = 0;
        for (double value : rest) {
            sum += value * value;
        }
        return sum <= 1e-28 * total ? 0 : sum;
    }

    private static double[] remainder(double[] values, List<double[]> basis) {
        double[] rest = values.clone();
        for (double[] other : basis) {
            double dot = 0;
            for (int i = 0; i < rest.length; i++) {
                dot += other[i] * rest[i];
            }
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= dot * other[i];
            }
        }
        return rest;
    }

    double squares(int source) {
        return squares[source];
    }

    int df(int source) {
        return df[source];
    }

    boolean isBalanced() {
        return balanced;
    }

    /** The components, the last one that within groups; below zero where the data have it so. */
    double[] components() {
        return new LUDecomposition(new Array2DRowRealMatrix(expectation), 1e-300)
                .getSolver()
                .solve(new ArrayRealVector(squares))
                .toArray();
    }

    /** The variances of the components, if the true ones were {@code v}. */
    double[] variances(double[] v) {
        int m = factors + 1;
        double[][] covariance = new double[m][m];
        for (int i = 0; i < factors; i++) {
            for (int j = 0; j < factors; j++) {
                double sum = 0;
                for (int a = 0; a < factors; a++) {
                    for (int b = 0; b < factors; b++) {
                        double[] one = crossed[i][b][a];
                        double[] other = crossed[j][b][a];
                        double dot = 0;
                        for (int k = 0; k < one.length; k++) {
                            dot += one[k] * other[k];
                        }
                        sum += v[a] * v[b] * dot;
                    }
                }
                covariance[i][j] = 2 * sum;
            }
            double diagonal = v[factors] * v[factors] * df[i];
            for (int a = 0; a < factors; a++) {
                diagonal += 2 * v[factors] * v[a] * expectation[i][a];
            }
            covariance[i][i] += 2 * diagonal;
        }
        covariance[factors][factors] = 2 * v[factors] * v[factors] * df[factors];
        double[][] inverse = inverse();
        double[] variances = new double[m];
        for (int k = 0; k < m; k++) {
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    variances[k] += inverse[k][i] * covariance[i][j] * inverse[k][j];
                }
            }
        }
        return variances;
    }

    private double[][] inverse() {
        return new LUDecomposition(new Array2DRowRealMatrix(expectation), 1e-300)
                .getSolver()
                .getInverse()
                .getData();
    }

    /** Satterthwaite's degrees of freedom of the sum of all components, from the mean squares that {@code v} would give. */
    double totalDf(double[] v) {
        double[][] inverse = inverse();
        double[] weights = new double[factors + 1];
        for (int i = 0; i <= factors; i++) {
            for (int a = 0; a <= factors; a++) {
                weights[i] += inverse[a][i];
            }
        }
        return df(weights, v);
    }

    /** Likewise of one component. */
    double satterthwaiteDf(int component, double[] v) {
        return df(inverse()[component], v);
    }

    private double df(double[] weights, double[] v) {
        double total = 0;
        double sum = 0;
        for (int i = 0; i <= factors; i++) {
            double square = 0;
            for (int a = 0; a <= factors; a++) {
                square += expectation[i][a] * v[a];
            }
            double part = weights[i] * square;
            total += part;
            sum += part * part / df[i];
        }
        return total * total / sum;
    }
}
