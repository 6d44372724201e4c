package org.opencgt.science.assay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.statistics.Mean;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Variance components of random factors by restricted maximum likelihood, none below zero (Patterson and Thompson 1971; Searle,
 * Casella and McCulloch 1992, ch. 6), for nested and crossed factors and groups of any size. With V = sum v_a Z_a Z_a' + v_e I and P
 * = V&#8315;&sup1; - V&#8315;&sup1;11'V&#8315;&sup1;/(1'V&#8315;&sup1;1) the score of v_a is (y'PA_aPy - tr PA_a)/2, A_a = Z_a Z_a', the expected information
 * tr(PA_aPA_b)/2. Newton's steps with the observed information, Fisher's where that is not positive definite, until the step is
 * rounding. A component whose score points below zero stays at zero.
 *
 * <p>All follows from Z'Z, Z'1 and Z'y, group of connected levels by group: the cost is that of the levels, not of the values.
 *
 * @param components names
 * @param vc variances, error last
 * @param minus2RemlLoglik with the constant (n - 1) log 2&pi;
 * @param atZero components that are zero because the likelihood falls from there
 * @param df 2 vc&sup2; / variance, the variance from the inverse expected information; NaN at zero
 * @param dfTotal likewise, of the sum of all components
 */
@JsonNaming(SnakeCaseStrategy.class)
public record RestrictedLikelihood(
        double mean,
        double seMean,
        List<String> components,
        double[] vc,
        double total,
        double minus2RemlLoglik,
        List<String> atZero,
        double[] se,
        double[] df,
        double dfTotal) {

    private static final int MOST_STEPS = 500;
    private static final double ROUNDING = 1e-15;

    /**
     * Fits.
     *
     * @throws BadInput if nothing varies within groups, so that the likelihood has no maximum, or none is found
     */
    static RestrictedLikelihood of(double[] y, List<int[]> groups, List<String> names, double[] start) {
        RestrictedLikelihood found = find(y, groups, names, start);
        if (found == null) {
            throw Fault.of(hasMaximum(y, start) ? AssayFault.NO_CONVERGENCE : AssayFault.NO_SCATTER_WITHIN)
                    .asException();
        }
        return found;
    }

    private static boolean hasMaximum(double[] y, double[] start) {
        double mean = Mean.of(y);
        double squares = 0;
        for (double value : y) {
            squares += (value - mean) * (value - mean);
        }
        return squares > 0 && start[start.length - 1] > 1e-14 * squares / (y.length - 1);
    }

    /**
     * Fits.
     *
     * @param groups of each factor by row, as whole numbers from 0
     * @param names of the factors
     * @param start components, error last
     * @return null if the likelihood has no maximum, or none is found
     */
    static @Nullable RestrictedLikelihood find(double[] y, List<int[]> groups, List<String> names, double[] start) {
        if (!hasMaximum(y, start)) {
            return null;
        }
        double mean = Mean.of(y);
        double squares = 0;
        for (double value : y) {
            squares += (value - mean) * (value - mean);
        }
        double unit = Math.sqrt(squares / (y.length - 1));
        int factors = groups.size();
        double[] scaled = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            scaled[i] = (y[i] - mean) / unit;
        }
        List<Block> blocks = blocks(scaled, groups);
        double[] v = new double[factors + 1];
        for (int a = 0; a <= factors; a++) {
            v[a] = Math.max(0, start[a] / (unit * unit));
        }
        State at = climb(new State(blocks, v, y.length), blocks, y.length);
        if (at == null) {
            return null;
        }
        double[] free = at.v.clone();
        List<String> atZero = new ArrayList<>();
        List<String> terms = new ArrayList<>(names);
        terms.add("error");
        double[] vc = new double[factors + 1];
        double total = 0;
        for (int a = 0; a <= factors; a++) {
            if (free[a] == 0) {
                atZero.add(terms.get(a));
            }
            vc[a] = free[a] * unit * unit;
            total += vc[a];
        }
        int[] kept = at.positive();
        double[][] information = part(at.expected, kept);
        double[] se = new double[factors + 1];
        double[] df = new double[factors + 1];
        Arrays.fill(se, Double.NaN);
        Arrays.fill(df, Double.NaN);
        double sum = 0;
        double whole = 0;
        for (int i = 0; i < kept.length; i++) {
            double[] unitVector = new double[kept.length];
            unitVector[i] = 1;
            double[] covariance = State.solve(information, unitVector);
            if (covariance == null) {
                return null;
            }
            double variance = covariance[i];
            se[kept[i]] = Math.sqrt(variance) * unit * unit;
            df[kept[i]] = 2 * free[kept[i]] * free[kept[i]] / variance;
            whole += free[kept[i]];
            for (int j = 0; j < kept.length; j++) {
                sum += covariance[j];
            }
        }
        return new RestrictedLikelihood(
                mean + unit * at.mean,
                unit / Math.sqrt(at.precision),
                List.copyOf(terms),
                vc,
                total,
                at.minus2 + 2 * (y.length - 1) * Math.log(unit),
                List.copyOf(atZero),
                se,
                df,
                2 * whole * whole / sum);
    }

    private static @Nullable State climb(State first, List<Block> blocks, int n) {
        State at = first;
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            int[] free = at.free();
            double[] move = at.move(free);
            if (move == null) {
                return null;
            }
            double size = 0;
            for (int i = 0; i < free.length; i++) {
                double to = free[i] == at.v.length - 1 ? at.v[free[i]] + move[i] : Math.max(0, at.v[free[i]] + move[i]);
                size = Math.max(size, Math.abs(to - at.v[free[i]]));
            }
            if (size <= ROUNDING || (size < 1e-10 && size >= 0.5 * before)) {
                return at;
            }
            before = size;
            State next = null;
            double length = 1;
            for (int halving = 0; halving < 60 && next == null; halving++) {
                double[] v = at.v.clone();
                for (int i = 0; i < free.length; i++) {
                    int a = free[i];
                    double to = v[a] + length * move[i];
                    v[a] = a == v.length - 1 ? Math.max(to, v[a] / 10) : Math.max(to, 0);
                }
                State tried = new State(blocks, v, n);
                // so near the top the likelihood itself is rounding
                if (size < 1e-6 || tried.minus2 <= at.minus2 + 1e-13 * Math.abs(at.minus2)) {
                    next = tried;
                }
                length /= 2;
            }
            if (next == null) {
                return null;
            }
            at = next;
        }
        return null;
    }

    private static double[][] part(double[][] matrix, int[] kept) {
        double[][] part = new double[kept.length][kept.length];
        for (int i = 0; i < kept.length; i++) {
            for (int j = 0; j < kept.length; j++) {
                part[i][j] = matrix[kept[i]][kept[j]];
            }
        }
        return part;
    }

    // --- What the data tell ---

    /**
     * Levels that some row connects, with the rows' sums.
     *
     * @param factor of each level
     * @param counts Z'Z
     * @param ones Z'1
     * @param sums Z'y
     */
    private record Block(
            int n, double sum, double squares, int[] factor, double[][] counts, double[] ones, double[] sums) {}

    private static List<Block> blocks(double[] y, List<int[]> groups) {
        int factors = groups.size();
        int[] offset = new int[factors + 1];
        for (int a = 0; a < factors; a++) {
            offset[a + 1] = offset[a] + Arrays.stream(groups.get(a)).max().orElseThrow() + 1;
        }
        int levels = offset[factors];
        int[] root = new int[levels];
        for (int i = 0; i < levels; i++) {
            root[i] = i;
        }
        for (int row = 0; row < y.length; row++) {
            for (int a = 1; a < factors; a++) {
                root[root(root, offset[a] + groups.get(a)[row])] = root(root, groups.getFirst()[row]);
            }
        }
        int[] block = new int[levels];
        int[] place = new int[levels];
        int[] number = new int[levels];
        Arrays.fill(number, -1);
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < levels; i++) {
            int top = root(root, i);
            if (number[top] < 0) {
                number[top] = sizes.size();
                sizes.add(0);
            }
            block[i] = number[top];
            place[i] = sizes.get(block[i]);
            sizes.set(block[i], place[i] + 1);
        }
        int count = sizes.size();
        int[] rows = new int[count];
        double[] sum = new double[count];
        double[] squares = new double[count];
        double[][][] counts = new double[count][][];
        double[][] ones = new double[count][];
        double[][] sums = new double[count][];
        int[][] factor = new int[count][];
        for (int b = 0; b < count; b++) {
            int q = sizes.get(b);
            counts[b] = new double[q][q];
            ones[b] = new double[q];
            sums[b] = new double[q];
            factor[b] = new int[q];
        }
        for (int a = 0; a < factors; a++) {
            for (int i = offset[a]; i < offset[a + 1]; i++) {
                factor[block[i]][place[i]] = a;
            }
        }
        for (int row = 0; row < y.length; row++) {
            int b = block[groups.getFirst()[row]];
            rows[b]++;
            sum[b] += y[row];
            squares[b] += y[row] * y[row];
            for (int a = 0; a < factors; a++) {
                int i = place[offset[a] + groups.get(a)[row]];
                ones[b][i]++;
                sums[b][i] += y[row];
                for (int other = 0; other < factors; other++) {
                    counts[b][i][place[offset[other] + groups.get(other)[row]]]++;
                }
            }
        }
        List<Block> blocks = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            blocks.add(new Block(rows[b], sum[b], squares[b], factor[b], counts[b], ones[b], sums[b]));
        }
        return blocks;
    }

    private static int root(int[] root, int i) {
        int top = i;
        while (root[top] != top) {
            root[top] = root[root[top]];
            top = root[top];
        }
        return top;
    }

    /** Likelihood, score and information at some components. */
    private static final class State {

        private final double[] v;
        private final double minus2;
        private final double mean;
        /** 1'V&#8315;&sup1;1. */
        private final double precision;

        private final double[] score;
        private final double[][] expected;
        private final double[][] observed;

        State(List<Block> blocks, double[] v, int n) {
            this.v = v;
            int m = v.length;
            int f = m - 1;
            double ve = v[f];
            double logDet = 0;
            double s11 = 0;
            double s1y = 0;
            double syy = 0;
            List<double[][]> ks = new ArrayList<>();
            List<double[]> ones = new ArrayList<>();
            List<double[]> sums = new ArrayList<>();
            for (Block block : blocks) {
                int q = block.factor().length;
                double[] d = new double[q];
                for (int i = 0; i < q; i++) {
                    d[i] = Math.sqrt(v[block.factor()[i]]);
                }
                double[][] lower = new double[q][q];
                for (int i = 0; i < q; i++) {
                    for (int j = 0; j <= i; j++) {
                        double value = d[i] * d[j] * block.counts()[i][j] + (i == j ? ve : 0);
                        for (int k = 0; k < j; k++) {
                            value -= lower[i][k] * lower[j][k];
                        }
                        lower[i][j] = i == j ? Math.sqrt(value) : value / lower[j][j];
                    }
                    logDet += 2 * Math.log(lower[i][i]);
                }
                logDet += (block.n() - q) * Math.log(ve);
                // columns: L^-1 D (Z'Z | Z'1 | Z'y)
                double[][] solved = new double[q + 2][];
                for (int c = 0; c < q; c++) {
                    solved[c] = forward(lower, d, block.counts()[c]);
                }
                solved[q] = forward(lower, d, block.ones());
                solved[q + 1] = forward(lower, d, block.sums());
                double[][] k = new double[q][q];
                double[] one = new double[q];
                double[] sum = new double[q];
                for (int i = 0; i < q; i++) {
                    for (int j = 0; j <= i; j++) {
                        k[i][j] = (block.counts()[i][j] - dot(solved[i], solved[j])) / ve;
                        k[j][i] = k[i][j];
                    }
                    one[i] = (block.ones()[i] - dot(solved[i], solved[q])) / ve;
                    sum[i] = (block.sums()[i] - dot(solved[i], solved[q + 1])) / ve;
                }
                s11 += (block.n() - dot(solved[q], solved[q])) / ve;
                s1y += (block.sum() - dot(solved[q], solved[q + 1])) / ve;
                syy += (block.squares() - dot(solved[q + 1], solved[q + 1])) / ve;
                ks.add(k);
                ones.add(one);
                sums.add(sum);
            }
            this.precision = s11;
            this.mean = s1y / s11;
            double quad = syy - s1y * mean;
            this.minus2 = (n - 1) * Math.log(2 * Math.PI) + logDet + Math.log(s11) + quad;
            double[] trace = new double[m];
            double[] oneSquares = new double[f];
            double[] oneTimes = new double[f];
            double[] squares = new double[m];
            double[][] norms = new double[m][m];
            double[][] forms = new double[m][m];
            double[][] mixed = new double[f][f];
            for (int b = 0; b < blocks.size(); b++) {
                int[] factor = blocks.get(b).factor();
                double[][] k = ks.get(b);
                double[] one = ones.get(b);
                double[] t = sums.get(b);
                for (int i = 0; i < t.length; i++) {
                    t[i] -= mean * one[i];
                }
                for (int i = 0; i < t.length; i++) {
                    int a = factor[i];
                    trace[a] += k[i][i];
                    oneSquares[a] += one[i] * one[i];
                    oneTimes[a] += one[i] * t[i];
                    squares[a] += t[i] * t[i];
                    for (int j = 0; j < t.length; j++) {
                        int other = factor[j];
                        norms[a][other] += k[i][j] * k[i][j];
                        mixed[a][other] += one[i] * k[i][j] * one[j];
                        forms[a][other] += t[i] * k[i][j] * t[j];
                    }
                }
            }
            for (int a = 0; a < f; a++) {
                trace[a] -= oneSquares[a] / s11;
                for (int b = 0; b < f; b++) {
                    norms[a][b] += (oneSquares[a] * oneSquares[b] / s11 - 2 * mixed[a][b]) / s11;
                    forms[a][b] -= oneTimes[a] * oneTimes[b] / s11;
                }
            }
            // of the error: P P = (P - sum v_a P A_a P) / v_e
            trace[f] = n - 1;
            squares[f] = quad;
            for (int a = 0; a < f; a++) {
                trace[f] -= v[a] * trace[a];
                squares[f] -= v[a] * squares[a];
                norms[a][f] = trace[a];
                forms[a][f] = squares[a];
                for (int b = 0; b < f; b++) {
                    norms[a][f] -= v[b] * norms[a][b];
                    forms[a][f] -= v[b] * forms[a][b];
                }
                norms[a][f] /= ve;
                forms[a][f] /= ve;
                norms[f][a] = norms[a][f];
                forms[f][a] = forms[a][f];
            }
            trace[f] /= ve;
            squares[f] /= ve;
            norms[f][f] = trace[f];
            forms[f][f] = squares[f];
            for (int a = 0; a < f; a++) {
                norms[f][f] -= v[a] * norms[a][f];
                forms[f][f] -= v[a] * forms[a][f];
            }
            norms[f][f] /= ve;
            forms[f][f] /= ve;
            this.score = new double[m];
            this.expected = new double[m][m];
            this.observed = new double[m][m];
            for (int a = 0; a < m; a++) {
                score[a] = (squares[a] - trace[a]) / 2;
                for (int b = 0; b < m; b++) {
                    expected[a][b] = norms[a][b] / 2;
                    observed[a][b] = forms[a][b] - norms[a][b] / 2;
                }
            }
        }

        private static double[] forward(double[][] lower, double[] d, double[] right) {
            double[] solved = new double[right.length];
            for (int i = 0; i < right.length; i++) {
                double value = d[i] * right[i];
                for (int k = 0; k < i; k++) {
                    value -= lower[i][k] * solved[k];
                }
                solved[i] = value / lower[i][i];
            }
            return solved;
        }

        private static double dot(double[] one, double[] other) {
            double sum = 0;
            for (int i = 0; i < one.length; i++) {
                sum += one[i] * other[i];
            }
            return sum;
        }

        /** Components that may move: not those at zero whose score points below. */
        int[] free() {
            return indexes(a -> v[a] > 0 || score[a] > 0);
        }

        int[] positive() {
            return indexes(a -> v[a] > 0);
        }

        private int[] indexes(IntPredicate wanted) {
            return IntStream.range(0, v.length).filter(wanted).toArray();
        }

        /** Newton's step, else Fisher's; null if there is none. */
        double @Nullable [] move(int[] free) {
            double[] g = Arrays.stream(free).mapToDouble(a -> score[a]).toArray();
            double[] newton = solve(part(observed, free), g);
            return newton == null ? solve(part(expected, free), g) : newton;
        }

        /** By Cholesky's decomposition; null if the matrix is not positive definite. */
        private static double @Nullable [] solve(double[][] matrix, double[] right) {
            int n = right.length;
            double[][] lower = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double value = matrix[i][j];
                    for (int k = 0; k < j; k++) {
                        value -= lower[i][k] * lower[j][k];
                    }
                    if (i == j) {
                        if (!(value > 1e-10 * matrix[i][i])) {
                            return null;
                        }
                        lower[i][i] = Math.sqrt(value);
                    } else {
                        lower[i][j] = value / lower[j][j];
                    }
                }
            }
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                double value = right[i];
                for (int k = 0; k < i; k++) {
                    value -= lower[i][k] * x[k];
                }
                x[i] = value / lower[i][i];
            }
            for (int i = n - 1; i >= 0; i--) {
                double value = x[i];
                for (int k = i + 1; k < n; k++) {
                    value -= lower[k][i] * x[k];
                }
                x[i] = value / lower[i][i];
            }
            return x;
        }
    }
}
