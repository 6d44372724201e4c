package org.opencgt.science.statistics;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;

/**
 * Minimises sum w_i (y_i - f_i(b))&sup2; by the method of Levenberg and Marquardt with Mor&eacute;'s scaling (Mor&eacute; 1978,
 * LNM 630:105) and Nielsen's damping (1999), until rounding alone decides; steps of Gauss-Newton and, where these converge
 * slowly, of Newton then bring the gradient to zero. All steps solve by QR. From several starts the smallest sum of squares
 * is taken; a single start is tried with several first steps.
 */
public final class NonlinearLeastSquares {

    private static final int MOST_STEPS = 20_000;
    /**
     * A bold first step and, for a single start, cautious ones too: a bold one may leap into a region from which no way leads
     * back.
     */
    private static final double[] DAMPINGS = {1e-3, 10, 1e4};

    private static final int MOST_POLISHING = 40;
    /** Offsets from which polishing converges by itself: no step could lower the sum of squares by 1e-16 of it. */
    private static final double NEAR = 1e-8;
    /** Offsets that rounding of the residuals makes. */
    private static final double ROUNDING = 1e-14;

    /** Offsets at which steps that do not help any more need no second derivatives. */
    private static final double SETTLED = 1e-12;

    private final ResponseFunction function;
    private final double[] y;
    private final double[] roots;
    private final int parameters;

    private NonlinearLeastSquares(ResponseFunction function, double[] y, double[] roots, int parameters) {
        this.function = function;
        this.y = y;
        this.roots = roots;
        this.parameters = parameters;
    }

    /** An unweighted fit. */
    public static NonlinearFit fit(ResponseFunction function, double[] y, List<double[]> starts) {
        double[] equal = new double[y.length];
        Arrays.fill(equal, 1);
        return fit(function, y, equal, starts);
    }

    /**
     * The best of the fits from several starts.
     *
     * @param y observations
     * @param weights of the squared residuals, not negative
     * @param starts at least one, each a full set of parameters
     * @throws BadInput if there are fewer observations than parameters, or no start leads to a minimum
     */
    public static NonlinearFit fit(ResponseFunction function, double[] y, double[] weights, List<double[]> starts) {
        return fit(function, y, weights, starts, starts.size() > 1 ? new double[] {DAMPINGS[0]} : DAMPINGS);
    }

    /**
     * The same from starts that lie near a minimum each, such as the best points of a grid: bold first steps only.
     *
     * @throws BadInput as above
     */
    public static NonlinearFit fitNear(ResponseFunction function, double[] y, double[] weights, List<double[]> starts) {
        return fit(function, y, weights, starts, new double[] {DAMPINGS[0]});
    }

    private static NonlinearFit fit(
            ResponseFunction function, double[] y, double[] weights, List<double[]> starts, double[] dampings) {
        int parameters = starts.getFirst().length;
        if (y.length < parameters) {
            throw Fault.of(FitFault.TOO_FEW_OBSERVATIONS)
                    .with("observations", y.length)
                    .with("parameters", parameters)
                    .asException();
        }
        double[] roots = Arrays.stream(weights).map(Math::sqrt).toArray();
        NonlinearLeastSquares problem = new NonlinearLeastSquares(function, y, roots, parameters);
        Point best = null;
        for (double[] start : starts) {
            Point from = problem.at(start);
            if (from != null) {
                for (double damping : dampings) {
                    Point minimum = problem.descend(from, damping, best);
                    if (best == null || minimum.rss < best.rss) {
                        best = minimum;
                    }
                }
            }
        }
        if (best == null) {
            throw Fault.of(FitFault.NO_MINIMUM).asException();
        }
        return problem.result(problem.polish(best));
    }

    /**
     * A fit from a start that is near the minimum, such as that of a neighbouring problem. The sum of squares is exact to rounding, the
     * estimates to the root of it.
     */
    public static NonlinearFit refit(ResponseFunction function, double[] y, double[] weights, double[] start) {
        double[] roots = Arrays.stream(weights).map(Math::sqrt).toArray();
        NonlinearLeastSquares problem = new NonlinearLeastSquares(function, y, roots, start.length);
        Point from = problem.at(start);
        if (from == null) {
            throw Fault.of(FitFault.NO_MINIMUM).asException();
        }
        return problem.result(problem.descend(from, DAMPINGS[0], null));
    }

    /**
     * Half the second derivatives of the sum of squares at a fit: J'WJ less the sum of residuals times the curvature of f, by
     * central differences of fourth order of the analytic gradient.
     */
    public static double[][] halfHessian(ResponseFunction function, double[] y, double[] weights, NonlinearFit fit) {
        double[] roots = Arrays.stream(weights).map(Math::sqrt).toArray();
        NonlinearLeastSquares problem = new NonlinearLeastSquares(function, y, roots, fit.estimates().length);
        double[] scales = new double[fit.estimates().length];
        for (int j = 0; j < scales.length; j++) {
            scales[j] = problem.scale(fit.estimate(j), fit.standardError(j));
        }
        return problem.halfHessian(fit.estimates(), scales);
    }

    /** Parameters with their residuals and derivatives, both times the root of the weights. */
    private record Point(double[] b, double[] residuals, double[][] jacobian, double rss) {}

    private @Nullable Point at(double[] b) {
        int n = y.length;
        double[] residuals = new double[n];
        double[][] jacobian = new double[n][parameters];
        double rss = 0;
        for (int i = 0; i < n; i++) {
            double[] row = jacobian[i];
            residuals[i] = roots[i] * (y[i] - function.at(i, b, row));
            rss += residuals[i] * residuals[i];
            for (int j = 0; j < parameters; j++) {
                row[j] *= roots[i];
                if (!Double.isFinite(row[j])) {
                    return null;
                }
            }
        }
        return Double.isFinite(rss) ? new Point(b, residuals, jacobian, rss) : null;
    }

    private static OrthogonalTriangle triangle(Point point) {
        double[][] copy = new double[point.jacobian.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = point.jacobian[i].clone();
        }
        return new OrthogonalTriangle(copy, point.residuals.clone());
    }

    /**
     * Descends to a minimum.
     *
     * @param known a minimum found before: where the descent comes near it, it ends there
     */
    private Point descend(Point start, double firstDamping, @Nullable Point known) {
        Point point = start;
        double[] scale = new double[parameters];
        double damping = firstDamping;
        double remembered = firstDamping < 1 ? 1 : 0.5;
        double growth = 2;
        OrthogonalTriangle triangle = triangle(point);
        rescale(scale, point, remembered);
        int idle = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            if (triangle.projectedLength() <= NEAR * Math.sqrt(point.rss)) {
                return point;
            }
            double[] move = damped(triangle, scale, damping);
            double predicted = predicted(triangle, move, scale, damping);
            double[] next = sum(point.b, move);
            Point tried = at(next);
            double gain = tried == null || predicted <= 0 ? -1 : (point.rss - tried.rss) / predicted;
            if (tried != null && gain > 0 && tried.rss < point.rss) {
                idle = point.rss - tried.rss < 1e-14 * point.rss ? idle + 1 : 0;
                point = tried;
                triangle = triangle(point);
                rescale(scale, point, remembered);
                damping *= Math.max(1.0 / 3, 1 - Math.pow(2 * gain - 1, 3));
                damping = Math.max(damping, 1e-18);
                growth = 2;
                if (idle > 2) {
                    return point;
                }
                if (known != null && isNear(point, known, scale)) {
                    return known;
                }
            } else {
                damping *= growth;
                growth *= 2;
                if (damping > 1e18) {
                    return point;
                }
            }
        }
        return point;
    }

    /** Whether two points differ by less than a thousandth of the residuals, by the lengths of the derivatives. */
    private static boolean isNear(Point point, Point known, double[] scale) {
        double sum = 0;
        for (int j = 0; j < scale.length; j++) {
            double difference = scale[j] * (point.b[j] - known.b[j]);
            sum += difference * difference;
        }
        return sum <= 1e-6 * known.rss;
    }

    private void rescale(double[] scale, Point point, double remembered) {
        for (int j = 0; j < parameters; j++) {
            double sum = 0;
            for (double[] row : point.jacobian) {
                sum += row[j] * row[j];
            }
            double length = Math.sqrt(sum);
            scale[j] = Math.max(remembered * scale[j], length == 0 ? 1e-10 : length);
        }
    }

    /** Solves (J'J + damping D&sup2;) s = J'r from the triangle of J. */
    private double[] damped(OrthogonalTriangle triangle, double[] scale, double damping) {
        double[][] a = new double[2 * parameters][parameters];
        double[] z = new double[2 * parameters];
        double root = Math.sqrt(damping);
        for (int i = 0; i < parameters; i++) {
            for (int j = i; j < parameters; j++) {
                a[i][j] = triangle.r(i, j);
            }
            a[parameters + i][i] = root * scale[i];
            z[i] = triangle.projected(i);
        }
        return new OrthogonalTriangle(a, z).solution();
    }

    /** By how much the linear model says that the sum of squares falls: |Rs|&sup2; + 2 damping |Ds|&sup2;. */
    private double predicted(OrthogonalTriangle triangle, double[] move, double[] scale, double damping) {
        double fall = 0;
        for (int i = 0; i < parameters; i++) {
            double row = 0;
            for (int j = i; j < parameters; j++) {
                row += triangle.r(i, j) * move[j];
            }
            double scaled = scale[i] * move[i];
            fall += row * row + 2 * damping * scaled * scaled;
        }
        return fall;
    }

    /** Brings the offset to what rounding allows, without leaving the minimum. */
    private Point polish(Point minimum) {
        Point best = minimum;
        double offset = offset(best);
        boolean newton = false;
        for (int step = 0; step < MOST_POLISHING && offset > ROUNDING; step++) {
            OrthogonalTriangle triangle = triangle(best);
            if (triangle.leastIndependence() < 1e-14) {
                return best;
            }
            double[] move = newton ? newtonStep(best, triangle) : triangle.solution();
            Point tried = at(sum(best.b, move));
            double triedOffset = tried == null ? Double.POSITIVE_INFINITY : offset(tried);
            if (tried != null && tried.rss <= best.rss * (1 + 1e-9) && triedOffset < 0.5 * offset) {
                best = tried;
                offset = triedOffset;
            } else if (newton || offset <= SETTLED) {
                return best;
            } else {
                newton = true;
            }
        }
        return best;
    }

    private double[] newtonStep(Point point, OrthogonalTriangle triangle) {
        double[][] inverse = triangle.inverseSquare();
        double s = Math.sqrt(point.rss / Math.max(1, y.length - parameters));
        double[] scales = new double[parameters];
        for (int j = 0; j < parameters; j++) {
            scales[j] = scale(point.b[j], s * Math.sqrt(inverse[j][j]));
        }
        double[] gradient = gradient(point.b);
        return new OrthogonalTriangle(halfHessian(point.b, scales), gradient).solution();
    }

    /** A distance over which f changes its derivatives little. */
    private double scale(double b, double standardError) {
        double size = Math.abs(b);
        double least = size > 0 ? 1e-3 * size : 1e-3;
        double least2 = size > 0 && Double.isFinite(standardError) ? Math.min(standardError, size) : least;
        return Math.max(least, least2);
    }

    private double[][] halfHessian(double[] b, double[] scales) {
        double[][] hessian = new double[parameters][parameters];
        for (int j = 0; j < parameters; j++) {
            double h = 1e-3 * scales[j];
            double[] near = difference(b, j, h);
            double[] far = difference(b, j, 2 * h);
            for (int i = 0; i < parameters; i++) {
                hessian[i][j] = -(8 * near[i] - far[i]) / (12 * h);
            }
        }
        for (int i = 0; i < parameters; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (hessian[i][j] + hessian[j][i]) / 2;
                hessian[i][j] = mean;
                hessian[j][i] = mean;
            }
        }
        return hessian;
    }

    private double[] difference(double[] b, int j, double h) {
        double[] up = b.clone();
        double[] down = b.clone();
        up[j] += h;
        down[j] -= h;
        double[] above = gradient(up);
        double[] below = gradient(down);
        for (int i = 0; i < parameters; i++) {
            above[i] -= below[i];
        }
        return above;
    }

    /** J'W(y - f): minus half the gradient of the sum of squares. */
    private double[] gradient(double[] b) {
        double[] sum = new double[parameters];
        double[] row = new double[parameters];
        for (int i = 0; i < y.length; i++) {
            Arrays.fill(row, 0);
            double residual = roots[i] * roots[i] * (y[i] - function.at(i, b, row));
            for (int j = 0; j < parameters; j++) {
                sum[j] += row[j] * residual;
            }
        }
        return sum;
    }

    private static double offset(Point point) {
        return point.rss == 0 ? 0 : triangle(point).projectedLength() / Math.sqrt(point.rss);
    }

    private NonlinearFit result(Point minimum) {
        OrthogonalTriangle triangle = triangle(minimum);
        double independence = triangle.leastIndependence();
        double[][] inverse;
        if (independence > 1e-14) {
            inverse = triangle.inverseSquare();
        } else {
            inverse = new double[parameters][parameters];
            for (double[] row : inverse) {
                Arrays.fill(row, Double.NaN);
            }
        }
        return new NonlinearFit(
                minimum.b, minimum.rss, y.length, y.length - parameters, inverse, offset(minimum), independence);
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < a.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }
}
