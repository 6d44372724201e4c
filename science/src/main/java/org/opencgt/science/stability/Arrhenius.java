package org.opencgt.science.stability;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How a rate constant k changes with the temperature T (kelvin), by least squares on ln k:
 *
 * <pre>
 *   ln k = ln A - Ea / (R T)      R = 8.314462618 J/(mol K)      t90 = ln(1/0.9) / k
 * </pre>
 *
 * <p>Intervals are those of the mean of ln k by Student's t. (Arrhenius 1889; ICH Q1A(R2) for the use of accelerated data.)
 *
 * @param lnA ln A, A in the unit of k
 * @param eaLo lower limit of Ea, kJ/mol; NaN where there are two rates only
 * @param q10 k at 35 °C divided by k at 25 °C
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Arrhenius(
        @JsonProperty("ln_A") double lnA,
        @JsonProperty("A") double a,
        @JsonProperty("Ea_kj_mol") double ea,
        @JsonProperty("se_ln_A") double seLnA,
        @JsonProperty("se_Ea_kj_mol") double seEa,
        @JsonProperty("Ea_lo") double eaLo,
        @JsonProperty("Ea_hi") double eaHi,
        double sigma,
        @JsonProperty("r_squared") double rSquared,
        int df,
        List<Prediction> predictions,
        @JsonProperty("q10_25_35") double q10,
        List<RateFlag> flags)
        implements Result {

    /** The rate at a temperature, with the time to 90% of the start where loss is of first order, and their limits. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Prediction(
            double tempC,
            double k,
            double kLo,
            double kHi,
            @JsonProperty("t90_first_order") double t90,
            @JsonProperty("t90_lo") double t90Lo,
            @JsonProperty("t90_hi") double t90Hi)
            implements Result {}

    /** kJ/(mol K), CODATA 2018. */
    static final double GAS_CONSTANT = 8.314462618e-3;

    static final double LOSS_TO_90 = Math.log(1 / 0.9);
    private static final double Q10_FROM = 25;
    private static final double Q10_TO = 35;

    public Arrhenius {
        predictions = List.copyOf(predictions);
        flags = List.copyOf(flags);
    }

    /**
     * Fits the line. Rows without a temperature or a rate are left out.
     *
     * @param celsius temperatures
     * @param rates above zero
     * @param at temperatures at which rates are asked for, °C
     * @throws BadInput if a rate is not positive, a temperature below absolute zero, or there are fewer than two temperatures
     */
    public static Arrhenius of(double[] celsius, double[] rates, double[] at, double confidence) {
        List<double[]> used = new ArrayList<>();
        for (int i = 0; i < celsius.length; i++) {
            if (!Double.isNaN(celsius[i]) && !Double.isNaN(rates[i])) {
                Check.positive(StabilityQuantity.RATE, rates[i]);
                used.add(new double[] {1 / TemperatureUnit.checkedKelvin(celsius[i]), Math.log(rates[i])});
            }
        }
        double[] x = used.stream().mapToDouble(point -> point[0]).toArray();
        double[] y = used.stream().mapToDouble(point -> point[1]).toArray();
        if (Arrays.stream(x).distinct().count() < 2) {
            throw Fault.of(StabilityFault.ONE_TEMPERATURE).asException();
        }
        RateLine line = RateLine.fit(x, y);
        double t = line.df() > 0 ? new StudentT(line.df()).quantile((1 + confidence) / 2) : Double.NaN;
        double ea = -line.line().slope() * GAS_CONSTANT;
        double seEa = line.line().slopeError() * GAS_CONSTANT;
        List<Prediction> predictions = new ArrayList<>();
        for (double temperature : at) {
            predictions.add(prediction(line.line(), temperature, t));
        }
        Set<RateFlag> flags = EnumSet.noneOf(RateFlag.class);
        if (line.df() == 0) {
            flags.add(RateFlag.NO_INTERVALS);
        } else if (line.isPerfect()) {
            flags.add(RateFlag.PERFECT_FIT);
        }
        return new Arrhenius(
                line.line().intercept(),
                Math.exp(line.line().intercept()),
                ea,
                line.line().interceptError(),
                seEa,
                ea - t * seEa,
                ea + t * seEa,
                line.line().sigma(),
                line.rSquared(),
                line.df(),
                predictions,
                Math.exp(line.line().slope()
                        * (1 / TemperatureUnit.kelvin(Q10_TO) - 1 / TemperatureUnit.kelvin(Q10_FROM))),
                List.copyOf(flags));
    }

    private static Prediction prediction(FittedLine line, double celsius, double t) {
        double x = 1 / TemperatureUnit.checkedKelvin(celsius);
        double half = t * line.errorAt(x);
        double k = Math.exp(line.at(x));
        double low = Math.exp(line.at(x) - half);
        double high = Math.exp(line.at(x) + half);
        return new Prediction(celsius, k, low, high, LOSS_TO_90 / k, LOSS_TO_90 / high, LOSS_TO_90 / low);
    }
}
