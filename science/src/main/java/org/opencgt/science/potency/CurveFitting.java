package org.opencgt.science.potency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.statistics.FTest;
import org.opencgt.science.statistics.NonlinearFit;
import org.opencgt.science.statistics.NonlinearLeastSquares;
import org.opencgt.science.statistics.ResponseFunction;

/**
 * Fits curves. Starts are the best points of a grid over b, ln e and g, in which c and d follow by linear least squares; so no
 * start has to be guessed by a user, and the smallest sum of squares is found also for curves seen in part.
 */
final class CurveFitting {

    private static final double[] STEEPNESS = {0.4, 0.8, 1.5, 3, 6, 12};
    private static final double[] ASYMMETRY = {1, 0.3, 4};
    private static final int PLACES = 9;
    private static final int STARTS = 4;
    /** A curve that explains no more than chance shows no dose response. */
    private static final double SIGNIFICANT = 0.05;

    private CurveFitting() {}

    /** A fit of one curve, d above c. */
    record Fitted(NonlinearFit fit, boolean identifiable) {}

    static Fitted fit(CurveModel model, DoseResponse data) {
        data.requireFor(model);
        DoseMeans means = DoseMeans.of(data);
        NonlinearFit reduced = NonlinearLeastSquares.fitNear(
                function(model, means.logDose()), means.mean(), means.weight(), starts(model, means));
        NonlinearFit fit = DoseMeans.ofWells(reduced, means.pure(), means.wells());
        return new Fitted(oriented(model, fit), identifiable(model, data, fit));
    }

    /** Half the second derivatives of the sum of squares at a fit of one curve. */
    static double[][] halfHessian(CurveModel model, DoseResponse data, NonlinearFit fit) {
        DoseMeans means = DoseMeans.of(data);
        return NonlinearLeastSquares.halfHessian(function(model, means.logDose()), means.mean(), means.weight(), fit);
    }

    private static ResponseFunction function(CurveModel model, double[] logDose) {
        return (row, b, gradient) -> model.at(logDose[row], b, gradient);
    }

    /** Whether the parameters can be told apart, and the curve from a horizontal line. */
    private static boolean identifiable(CurveModel model, DoseResponse data, NonlinearFit fit) {
        double total = data.totalSquares();
        if (!fit.isDetermined() || total <= 0) {
            return false;
        }
        if (fit.df() == 0 || fit.rss() <= 1e-20 * total) {
            return true;
        }
        FTest curve = FTest.of(total - fit.rss(), model.parameters() - 1, fit.rss(), fit.df());
        return curve.p() < SIGNIFICANT;
    }

    /** The four-parameter curve is the same with b negative and c and d exchanged; d is made the upper one. */
    private static NonlinearFit oriented(CurveModel model, NonlinearFit fit) {
        double[] b = fit.estimates();
        if (model != CurveModel.FOUR_PARAMETER || b[CurveModel.D] >= b[CurveModel.C]) {
            return fit;
        }
        double[] turned = {-b[CurveModel.B], b[CurveModel.D], b[CurveModel.C], b[CurveModel.LOG_E]};
        int[] from = {CurveModel.B, CurveModel.D, CurveModel.C, CurveModel.LOG_E};
        double[] sign = {-1, 1, 1, 1};
        double[][] inverse = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                inverse[i][j] = sign[i] * sign[j] * fit.inverseInformation()[from[i]][from[j]];
            }
        }
        return new NonlinearFit(turned, fit.rss(), fit.n(), fit.df(), inverse, fit.offset(), fit.independence());
    }

    private record Start(double[] b, double rss) {

        static final Start NONE = new Start(new double[0], Double.POSITIVE_INFINITY);
    }

    /** Sums over doses. */
    private record Sums(double w, double wy, double wyy) {

        static Sums of(DoseMeans means) {
            double w = 0;
            double wy = 0;
            double wyy = 0;
            for (int i = 0; i < means.mean().length; i++) {
                double weighted = means.weight()[i] * means.mean()[i];
                w += means.weight()[i];
                wy += weighted;
                wyy += weighted * means.mean()[i];
            }
            return new Sums(w, wy, wyy);
        }
    }

    /** The points of the grid that are better than all around them, the best first. */
    static List<double[]> starts(CurveModel model, DoseMeans means) {
        double low =
                Arrays.stream(means.logDose()).filter(Double::isFinite).min().getAsDouble();
        double high =
                Arrays.stream(means.logDose()).filter(Double::isFinite).max().getAsDouble();
        double margin = Math.max(0.1 * (high - low), 0.1);
        double[] asymmetries = model == CurveModel.FIVE_PARAMETER ? ASYMMETRY : new double[] {1};
        Sums sums = Sums.of(means);
        List<Start> grid = new ArrayList<>();
        for (double g : asymmetries) {
            // without asymmetry a falling curve is a rising one turned round
            for (int sign = 1; sign >= (g == 1 ? 1 : -1); sign -= 2) {
                Start[][] plane = new Start[PLACES][STEEPNESS.length];
                for (int place = 0; place < PLACES; place++) {
                    double logE = low - margin + (high - low + 2 * margin) * place / (PLACES - 1);
                    for (int k = 0; k < STEEPNESS.length; k++) {
                        Start found = start(model, means, sums, sign * STEEPNESS[k], logE, g);
                        plane[place][k] = found == null ? Start.NONE : found;
                    }
                }
                for (int place = 0; place < PLACES; place++) {
                    for (int k = 0; k < STEEPNESS.length; k++) {
                        Start own = plane[place][k];
                        if (own != Start.NONE && isLeast(plane, place, k, own.rss())) {
                            grid.add(own);
                        }
                    }
                }
            }
        }
        grid.sort(Comparator.comparingDouble(Start::rss));
        if (grid.isEmpty()) {
            // all responses alike, or the curve the wrong way round everywhere: any start serves to say so
            double[] b = new double[model.parameters()];
            b[CurveModel.B] = 1;
            b[CurveModel.C] = Arrays.stream(means.mean()).min().getAsDouble();
            b[CurveModel.D] = Arrays.stream(means.mean()).max().getAsDouble();
            b[CurveModel.LOG_E] = (low + high) / 2;
            if (model == CurveModel.FIVE_PARAMETER) {
                b[CurveModel.G] = 1;
            }
            return List.of(b);
        }
        return grid.stream().limit(STARTS).map(Start::b).toList();
    }

    private static boolean isLeast(Start[][] plane, int place, int steepness, double rss) {
        for (int i = Math.max(0, place - 1); i <= Math.min(PLACES - 1, place + 1); i++) {
            for (int k = Math.max(0, steepness - 1); k <= Math.min(STEEPNESS.length - 1, steepness + 1); k++) {
                if (plane[i][k].rss() < rss) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * c and d by linear least squares; null where they are not determined or d is not above c. Without asymmetry a curve that comes out
     * upside down is turned: the steepness then has the other sign.
     */
    private static @Nullable Start start(
            CurveModel model, DoseMeans means, Sums sums, double givenSteepness, double logE, double g) {
        double w = sums.w();
        double wp = 0;
        double wpp = 0;
        double wyp = 0;
        for (int i = 0; i < means.weight().length; i++) {
            double t = givenSteepness * (means.logDose()[i] - logE);
            double p = g == 1 ? 1 / (1 + Math.exp(t)) : Math.pow(1 + Math.exp(t), -g);
            double weighted = means.weight()[i] * p;
            wp += weighted;
            wpp += weighted * p;
            wyp += weighted * means.mean()[i];
        }
        double wy = sums.wy();
        double spread = wpp - wp * wp / w;
        double height = (wyp - wp * wy / w) / spread;
        double lower = (wy - height * wp) / w;
        double rss = sums.wyy() - wy * wy / w - height * height * spread;
        double steepness = givenSteepness;
        if (g == 1 && height < 0) {
            lower += height;
            height = -height;
            steepness = -steepness;
        }
        if (!(spread > 1e-6 * w) || !(height > 0) || !Double.isFinite(rss)) {
            return null;
        }
        double[] b = new double[model.parameters()];
        b[CurveModel.B] = steepness;
        b[CurveModel.C] = lower;
        b[CurveModel.D] = lower + height;
        b[CurveModel.LOG_E] = logE;
        if (model == CurveModel.FIVE_PARAMETER) {
            b[CurveModel.G] = g;
        }
        return new Start(b, rss);
    }
}
