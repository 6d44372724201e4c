package org.opencgt.science.potency;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.FTest;
import org.opencgt.science.statistics.NonlinearFit;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A logistic curve fitted to one dose-response series by weighted least squares.
 *
 * @param n wells used
 * @param missing wells left out
 * @param rss sum of w (y - f)&sup2;
 * @param sigma root of rss / df
 * @param loglik of normal errors with variance sigma&sup2; / w, sigma&sup2; at rss / n
 * @param identifiable whether the data determine the curve; if not, there are no estimates
 * @param mean of the responses
 * @param sd of the responses
 * @param coefficients b, c, d, log_e (natural), e and, with five parameters, g
 * @param se Gauss-Newton standard errors, as of nls and SAS
 * @param seObservedHessian from the full second derivatives, as of drc
 * @param vcov of b, c, d, log_e, g
 * @param ed by per cent
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FittedCurve(
        String model,
        int n,
        int missing,
        int dfResidual,
        double rss,
        double sigma,
        double loglik,
        boolean identifiable,
        double mean,
        double sd,
        double confidence,
        Map<String, Double> coefficients,
        Map<String, Double> se,
        Map<String, Double> lower,
        Map<String, Double> upper,
        Map<String, Double> seObservedHessian,
        List<double[]> vcov,
        Map<String, EffectiveDose> ed,
        @Nullable LackOfFit lackOfFit,
        List<Well> points,
        List<CurveFlag> flags)
        implements Result {

    private static final double PERFECT = 1e-20;
    private static final double SIGNIFICANT = 0.05;

    /**
     * Fits.
     *
     * @param effects per cent, each above 0 and below 100
     * @throws BadInput if there are too few wells or doses for the parameters
     */
    public static FittedCurve of(CurveModel model, DoseResponse data, double confidence, List<Double> effects) {
        Check.fraction(PotencyQuantity.CONFIDENCE, confidence);
        for (double effect : effects) {
            Check.positive(PotencyQuantity.EFFECT, effect);
            Check.positive(PotencyQuantity.EFFECT, 100 - effect);
        }
        CurveFitting.Fitted fitted = CurveFitting.fit(model, data);
        NonlinearFit fit = fitted.fit();
        double[] y = data.response();
        double mean = IntStream.range(0, y.length).mapToDouble(i -> y[i]).sum() / y.length;
        double squares = IntStream.range(0, y.length)
                .mapToDouble(i -> (y[i] - mean) * (y[i] - mean))
                .sum();
        double sd = y.length > 1 ? Math.sqrt(squares / (y.length - 1)) : Double.NaN;
        List<CurveFlag> flags = new ArrayList<>();
        if (!fitted.identifiable()) {
            flags.add(CurveFlag.NOT_IDENTIFIABLE);
            return new FittedCurve(
                    model.toString(),
                    fit.n(),
                    data.missing(),
                    fit.df(),
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    false,
                    mean,
                    sd,
                    confidence,
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Map.of(),
                    null,
                    List.of(),
                    flags);
        }
        boolean perfect = fit.rss() <= PERFECT * data.totalSquares();
        if (perfect) {
            flags.add(CurveFlag.PERFECT_FIT);
        } else if (fit.df() == 0) {
            flags.add(CurveFlag.NO_DEGREES_OF_FREEDOM);
        }
        boolean errors = !perfect && fit.df() > 0;
        double t = errors ? StudentT.quantile((1 + confidence) / 2, fit.df()) : Double.NaN;
        Map<String, Double> coefficients = new LinkedHashMap<>();
        Map<String, Double> se = new LinkedHashMap<>();
        Map<String, Double> lower = new LinkedHashMap<>();
        Map<String, Double> upper = new LinkedHashMap<>();
        Map<String, Double> observed = new LinkedHashMap<>();
        double[] observedErrors = errors ? observedErrors(model, data, fit) : new double[model.parameters()];
        List<double[]> vcov = new ArrayList<>();
        for (int j = 0; j < model.parameters(); j++) {
            String name = CurveModel.name(j);
            double error = errors ? fit.standardError(j) : Double.NaN;
            coefficients.put(name, fit.estimate(j));
            se.put(name, error);
            lower.put(name, fit.estimate(j) - t * error);
            upper.put(name, fit.estimate(j) + t * error);
            observed.put(name, errors ? observedErrors[j] : Double.NaN);
            if (j == CurveModel.LOG_E) {
                double e = Math.exp(fit.estimate(j));
                coefficients.put("e", e);
                se.put("e", e * error);
                lower.put("e", Math.exp(fit.estimate(j) - t * error));
                upper.put("e", Math.exp(fit.estimate(j) + t * error));
                observed.put("e", errors ? e * observedErrors[j] : Double.NaN);
            }
            double[] row = new double[model.parameters()];
            for (int i = 0; i < row.length; i++) {
                row[i] = errors ? fit.covariance(j, i) : Double.NaN;
            }
            vcov.add(row);
        }
        LackOfFit lackOfFit = errors ? lackOfFit(model, data, fit) : null;
        List<Well> wells = wells(model, data, fit, errors);
        flags.addAll(shape(model, data, fit, errors));
        if (lackOfFit != null && lackOfFit.p() < SIGNIFICANT) {
            flags.add(CurveFlag.LACK_OF_FIT);
        }
        if (wells.stream().anyMatch(Well::outlier)) {
            flags.add(CurveFlag.OUTLIER);
        }
        return new FittedCurve(
                model.toString(),
                fit.n(),
                data.missing(),
                fit.df(),
                fit.rss(),
                errors ? fit.sigma() : Double.NaN,
                perfect ? Double.NaN : loglik(data, fit.rss()),
                true,
                mean,
                sd,
                confidence,
                coefficients,
                se,
                lower,
                upper,
                observed,
                vcov,
                effectiveDoses(model, fit, effects, errors, t),
                lackOfFit,
                wells,
                List.copyOf(flags));
    }

    static double loglik(DoseResponse data, double rss) {
        int n = data.size();
        double logWeights = 0;
        for (double weight : data.weights()) {
            logWeights += Math.log(weight);
        }
        return 0.5 * logWeights - 0.5 * n * (Math.log(2 * Math.PI * rss / n) + 1);
    }

    private static double[] observedErrors(CurveModel model, DoseResponse data, NonlinearFit fit) {
        double[][] inverse = inverseHessian(CurveFitting.halfHessian(model, data, fit));
        double[] errors = new double[model.parameters()];
        for (int j = 0; j < errors.length; j++) {
            errors[j] = fit.sigma() * Math.sqrt(inverse[j][j]);
        }
        return errors;
    }

    static double[][] inverseHessian(double[][] hessian) {
        int p = hessian.length;
        double[] scale = new double[p];
        double[][] scaled = new double[p][p];
        for (int i = 0; i < p; i++) {
            scale[i] = 1 / Math.sqrt(Math.abs(hessian[i][i]));
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                scaled[i][j] = hessian[i][j] * scale[i] * scale[j];
            }
        }
        double[][] inverse = new LUDecomposition(new Array2DRowRealMatrix(scaled), 1e-300)
                .getSolver()
                .getInverse()
                .getData();
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                inverse[i][j] *= scale[i] * scale[j];
            }
        }
        return inverse;
    }

    private static Map<String, EffectiveDose> effectiveDoses(
            CurveModel model, NonlinearFit fit, List<Double> effects, boolean errors, double t) {
        Map<String, EffectiveDose> doses = new LinkedHashMap<>();
        double[] gradient = new double[model.parameters()];
        for (double effect : effects) {
            double logDose = model.logDose(effect / 100, fit.estimates(), gradient);
            double dose = Math.exp(logDose);
            double se = errors ? Math.sqrt(fit.variance(gradient)) : Double.NaN;
            doses.put(
                    written(effect),
                    new EffectiveDose(
                            effect,
                            dose,
                            logDose,
                            se,
                            Math.exp(logDose - t * se),
                            Math.exp(logDose + t * se),
                            dose * se,
                            dose - t * dose * se,
                            dose + t * dose * se));
        }
        return doses;
    }

    private static String written(double effect) {
        return effect == Math.rint(effect) ? String.format(Locale.ROOT, "%.0f", effect) : Double.toString(effect);
    }

    private static @Nullable LackOfFit lackOfFit(CurveModel model, DoseResponse data, NonlinearFit fit) {
        DoseResponse.PureError pure = data.pureError();
        int df = pure.doses() - model.parameters();
        if (df < 1 || pure.df() < 1 || pure.squares() <= 0) {
            return null;
        }
        FTest test = FTest.of(fit.rss() - pure.squares(), df, pure.squares(), pure.df());
        return new LackOfFit(test.f(), test.df1(), test.df2(), test.p(), pure.squares());
    }

    private static List<Well> wells(CurveModel model, DoseResponse data, NonlinearFit fit, boolean errors) {
        double[] logDose = data.logDose();
        double[] gradient = new double[model.parameters()];
        int n = data.size();
        double limit =
                fit.df() > 1 ? StudentT.quantile(1 - SIGNIFICANT / (2 * n), fit.df() - 1) : Double.POSITIVE_INFINITY;
        List<Well> wells = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double fitted = model.at(logDose[i], fit.estimates(), gradient);
            double residual = data.response()[i] - fitted;
            double studentised = Double.NaN;
            if (errors && fit.df() > 1) {
                double variance = fit.sigma() * fit.sigma();
                double leverage = data.weights()[i] * fit.variance(gradient) / variance;
                double scaled = residual * residual * data.weights()[i];
                double others = (fit.rss() - scaled / (1 - leverage)) / (fit.df() - 1);
                studentised = leverage < 1 - 1e-12 && others > 0
                        ? residual * Math.sqrt(data.weights()[i] / (others * (1 - leverage)))
                        : Double.NaN;
            }
            wells.add(new Well(
                    data.dose()[i], data.response()[i], fitted, residual, studentised, Math.abs(studentised) > limit));
        }
        return wells;
    }

    private static List<CurveFlag> shape(CurveModel model, DoseResponse data, NonlinearFit fit, boolean errors) {
        List<CurveFlag> flags = new ArrayList<>();
        double[] levels = data.levels();
        double half = Math.exp(model.logDose(0.5, fit.estimates(), new double[model.parameters()]));
        double lowest = levels[0] > 0 ? levels[0] : levels[1];
        if (half < lowest || half > levels[levels.length - 1]) {
            flags.add(CurveFlag.MIDPOINT_OUTSIDE_DOSES);
        }
        if (errors && turns(data, levels, fit)) {
            flags.add(CurveFlag.NOT_MONOTONE);
        }
        return flags;
    }

    /** Whether the means go back against the direction of the curve by more than three standard errors, from any dose to any. */
    private static boolean turns(DoseResponse data, double[] levels, NonlinearFit fit) {
        DoseResponse.PureError pure = data.pureError();
        double variance = pure.df() > 0 && pure.squares() > 0 ? pure.squares() / pure.df() : fit.sigma() * fit.sigma();
        double direction = fit.estimate(CurveModel.B) > 0 ? -1 : 1;
        double best = Double.NEGATIVE_INFINITY;
        double bestVariance = 0;
        for (double level : levels) {
            double sum = 0;
            double weight = 0;
            for (int i = 0; i < data.size(); i++) {
                if (data.dose()[i] == level) {
                    sum += data.weights()[i] * data.response()[i];
                    weight += data.weights()[i];
                }
            }
            double mean = direction * sum / weight;
            if (best - mean > 3 * Math.sqrt(variance / weight + bestVariance)) {
                return true;
            }
            if (mean > best) {
                best = mean;
                bestVariance = variance / weight;
            }
        }
        return false;
    }

    /** The value of the curve at a dose. */
    public double at(double dose) {
        CurveModel shape = coefficients.containsKey("g") ? CurveModel.FIVE_PARAMETER : CurveModel.FOUR_PARAMETER;
        double[] b = new double[shape.parameters()];
        for (int j = 0; j < b.length; j++) {
            b[j] = coefficients.getOrDefault(CurveModel.name(j), Double.NaN);
        }
        return shape.value(Math.log(dose), b);
    }

    /** What a table shows: parameters and effective doses. */
    @JsonIgnore
    public List<Estimate> rows() {
        List<Estimate> rows = new ArrayList<>();
        coefficients.forEach((name, value) -> {
            if (!name.equals("log_e")) {
                rows.add(new Estimate(name, value, of(se, name), of(lower, name), of(upper, name)));
            }
        });
        ed.forEach((name, dose) ->
                rows.add(new Estimate("ED" + name, dose.ed(), dose.seDelta(), dose.loLogDelta(), dose.hiLogDelta())));
        return rows;
    }

    private static double of(Map<String, Double> values, String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    /** Refuses a curve that the data do not determine. */
    public FittedCurve required() {
        if (!identifiable) {
            throw Fault.of(PotencyFault.NOT_IDENTIFIABLE).asException();
        }
        return this;
    }
}
