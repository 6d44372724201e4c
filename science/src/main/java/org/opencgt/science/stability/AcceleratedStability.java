package org.opencgt.science.stability;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.NonlinearFit;
import org.opencgt.science.statistics.NonlinearLeastSquares;
import org.opencgt.science.statistics.ResponseFunction;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What storage at raised temperatures tells of storage at 25 °C and elsewhere, loss being of first order. In two steps, ln C = ln C0 -
 * k t at each temperature and then ln k = ln A - Ea/(RT); in one step, all results together,
 *
 * <pre>
 *   C = C0 exp(-k(T) t)      ln k(T) = ln k25 - Ea/R (1/T - 1/298.15)
 * </pre>
 *
 * <p>by non-linear least squares, which weighs the temperatures as their data deserve (Davies OL, Hudson HE. J R Stat Soc B
 * 1981;43:41-6). Such data support a shelf life and cannot set one.
 *
 * @param supportiveOnly always true
 */
@JsonNaming(SnakeCaseStrategy.class)
public record AcceleratedStability(
        @JsonProperty("step1") List<Step> stepOne,
        TwoStep twoStep,
        OneStep oneStep,
        List<Arrhenius.Prediction> predictions,
        boolean supportiveOnly,
        List<RateFlag> flags)
        implements Result {

    /** The loss at one temperature. NaN for limits where there are two results only. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Step(
            double tempC,
            @JsonProperty("ln_c0") double lnC0,
            double k,
            double seK,
            double kLo,
            double kHi,
            @JsonProperty("t90") double t90)
            implements Result {}

    /** Arrhenius' line through the rates of the first step. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record TwoStep(
            @JsonProperty("Ea_kj_mol") double ea,
            @JsonProperty("ln_A") double lnA,
            @JsonProperty("k25") double k25,
            @JsonProperty("k5") double k5) {}

    /**
     * The fit of all results together.
     *
     * @param se of C0, ln k25 and Ea
     * @param vcov of the same
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record OneStep(
            @JsonProperty("c0") double c0,
            @JsonProperty("ln_k25") double lnK25,
            @JsonProperty("Ea_kj_mol") double ea,
            double[] se,
            double[][] vcov,
            double sigma,
            int df,
            @JsonProperty("k25") double k25,
            @JsonProperty("k25_lo") double k25Lo,
            @JsonProperty("k25_hi") double k25Hi,
            @JsonProperty("t90_25") double t90) {}

    private static final double REFERENCE_C = 25;
    private static final double COLD_C = 5;
    private static final double R = Arrhenius.GAS_CONSTANT;

    public AcceleratedStability {
        stepOne = List.copyOf(stepOne);
        predictions = List.copyOf(predictions);
        flags = List.copyOf(flags);
    }

    /**
     * Fits both. Rows with a missing value are left out.
     *
     * @param celsius of storage
     * @param values above zero
     * @param at temperatures at which rates are asked for, °C
     * @throws BadInput if a result is not positive, a time negative, there is loss at fewer than two temperatures, or fewer results
     *     than parameters
     */
    public static AcceleratedStability of(
            double[] times, double[] celsius, double[] values, double[] at, double confidence) {
        Map<Double, List<double[]>> byTemperature = new TreeMap<>();
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            if (Double.isNaN(times[i]) || Double.isNaN(celsius[i]) || Double.isNaN(values[i])) {
                continue;
            }
            Check.notNegative(StabilityQuantity.TIME, times[i]);
            Check.positive(StabilityQuantity.RESULT, values[i]);
            double[] point = {times[i], TemperatureUnit.checkedKelvin(celsius[i]), values[i]};
            byTemperature
                    .computeIfAbsent(celsius[i], unseen -> new ArrayList<>())
                    .add(point);
            all.add(point);
        }
        Set<RateFlag> flags = EnumSet.of(RateFlag.SUPPORTIVE_ONLY);
        List<Step> steps = new ArrayList<>();
        byTemperature.forEach((temperature, points) -> steps.add(step(temperature, points, confidence, flags)));
        double[][] lost = steps.stream()
                .filter(step -> step.k > 0)
                .map(step -> new double[] {1 / TemperatureUnit.kelvin(step.tempC), Math.log(step.k)})
                .toArray(double[][]::new);
        if (lost.length < steps.size()) {
            flags.add(RateFlag.NO_LOSS);
        }
        if (lost.length < 2) {
            throw Fault.of(StabilityFault.NO_LOSS_ANYWHERE)
                    .with("n", lost.length)
                    .asException();
        }
        double[] x = new double[lost.length];
        double[] y = new double[lost.length];
        for (int i = 0; i < lost.length; i++) {
            x[i] = lost[i][0];
            y[i] = lost[i][1];
        }
        FittedLine line = RateLine.fit(x, y).line();
        TwoStep two = new TwoStep(
                -line.slope() * R,
                line.intercept(),
                Math.exp(line.at(1 / TemperatureUnit.kelvin(REFERENCE_C))),
                Math.exp(line.at(1 / TemperatureUnit.kelvin(COLD_C))));
        double logStart = steps.stream().mapToDouble(Step::lnC0).average().getAsDouble();
        OneStep one = oneStep(all, Math.exp(logStart), Math.log(two.k25), two.ea, confidence, flags);
        List<Arrhenius.Prediction> predictions = new ArrayList<>();
        for (double temperature : at) {
            predictions.add(prediction(one, temperature, confidence));
        }
        return new AcceleratedStability(steps, two, one, predictions, true, List.copyOf(flags));
    }

    private static Step step(double temperature, List<double[]> points, double confidence, Set<RateFlag> flags) {
        double[] t = points.stream().mapToDouble(point -> point[0]).toArray();
        double[] logs = points.stream().mapToDouble(point -> Math.log(point[2])).toArray();
        if (!(BatchSums.of(t, logs).sxx() > 0)) {
            throw Fault.of(StabilityFault.ONE_TIME_POINT)
                    .with("batch", temperature)
                    .asException();
        }
        RateLine line = RateLine.fit(t, logs);
        double k = -line.line().slope();
        double se = line.line().slopeError();
        double quantile = line.df() > 0 ? new StudentT(line.df()).quantile((1 + confidence) / 2) : Double.NaN;
        if (line.df() == 0) {
            flags.add(RateFlag.NO_INTERVALS);
        }
        return new Step(
                temperature,
                line.line().intercept(),
                k,
                se,
                k - quantile * se,
                k + quantile * se,
                k > 0 ? Arrhenius.LOSS_TO_90 / k : Double.POSITIVE_INFINITY);
    }

    private static OneStep oneStep(
            List<double[]> points, double c0, double lnK25, double ea, double confidence, Set<RateFlag> flags) {
        double reference = 1 / TemperatureUnit.kelvin(REFERENCE_C);
        ResponseFunction model = (row, b, derivatives) -> {
            double time = points.get(row)[0];
            double shift = (1 / points.get(row)[1] - reference) / R;
            double k = Math.exp(b[1] - b[2] * shift);
            double left = Math.exp(-k * time);
            double value = b[0] * left;
            derivatives[0] = left;
            derivatives[1] = -value * k * time;
            derivatives[2] = value * k * time * shift;
            return value;
        };
        double[] y = points.stream().mapToDouble(point -> point[2]).toArray();
        NonlinearFit fit = NonlinearLeastSquares.fit(model, y, List.of(new double[] {c0, lnK25, ea}));
        int df = y.length - 3;
        double sigma = df > 0 ? Math.sqrt(fit.rss() / df) : Double.NaN;
        double[][] vcov = new double[3][3];
        double[] se = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                vcov[i][j] = sigma * sigma * fit.inverseInformation()[i][j];
            }
            se[i] = Math.sqrt(vcov[i][i]);
        }
        double t = df > 0 ? new StudentT(df).quantile((1 + confidence) / 2) : Double.NaN;
        if (df == 0) {
            flags.add(RateFlag.NO_INTERVALS);
        }
        double log = fit.estimate(1);
        return new OneStep(
                fit.estimate(0),
                log,
                fit.estimate(2),
                se,
                vcov,
                sigma,
                df,
                Math.exp(log),
                Math.exp(log - t * se[1]),
                Math.exp(log + t * se[1]),
                Arrhenius.LOSS_TO_90 / Math.exp(log));
    }

    /** From the one-step fit: Var(ln k) = v22 - 2 s v23 + s^2 v33 with s = (1/T - 1/T25)/R. */
    private static Arrhenius.Prediction prediction(OneStep fit, double celsius, double confidence) {
        double s = (1 / TemperatureUnit.checkedKelvin(celsius) - 1 / TemperatureUnit.kelvin(REFERENCE_C)) / R;
        double log = fit.lnK25 - fit.ea * s;
        double variance = fit.vcov[1][1] - 2 * s * fit.vcov[1][2] + s * s * fit.vcov[2][2];
        double t = fit.df > 0 ? new StudentT(fit.df).quantile((1 + confidence) / 2) : Double.NaN;
        double half = t * Math.sqrt(Math.max(0, variance));
        double k = Math.exp(log);
        double low = Math.exp(log - half);
        double high = Math.exp(log + half);
        double ninety = Arrhenius.LOSS_TO_90;
        return new Arrhenius.Prediction(celsius, k, low, high, ninety / k, ninety / high, ninety / low);
    }
}
