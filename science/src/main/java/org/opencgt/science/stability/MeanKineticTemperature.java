package org.opencgt.science.stability;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The constant temperature that would degrade a product as much as the temperatures T<sub>i</sub> (in kelvin) that it was
 * exposed to for the durations w<sub>i</sub>:
 *
 * <pre>
 *   T_MK = (dH/R) / -ln( sum w_i exp(-dH/(R T_i)) / sum w_i )
 * </pre>
 *
 * <p>with the activation energy dH and the gas constant R = 8.3144 J/(mol K). The conventional dH of 83.144 kJ/mol makes
 * dH/R = 10000 K. Sources: Haynes JD. Worldwide virtual temperatures for product stability testing. J Pharm Sci
 * 1971;60:927-9; USP general chapters 659 and 1079.2.
 *
 * @param mktC T_MK in °C
 * @param meanC the arithmetic mean in °C, weighted in the same way
 * @param minC the lowest reading in °C
 * @param maxC the highest reading in °C
 * @param n number of readings used
 * @param missing number of readings left out because the temperature or the duration is missing
 */
@JsonNaming(SnakeCaseStrategy.class)
public record MeanKineticTemperature(double mktC, double meanC, double minC, double maxC, int n, int missing)
        implements Result {

    /** Activation energy by convention, kJ/mol. */
    public static final double CONVENTIONAL_DELTA_H = 83.144;

    /** kJ/(mol K), rounded as in the convention. */
    private static final double GAS_CONSTANT = 8.3144e-3;

    /**
     * Of readings at equal intervals, with the conventional activation energy.
     *
     * @param celsius readings; NaN where missing
     * @throws BadInput if there are no readings, or one is below absolute zero
     */
    public static MeanKineticTemperature of(double... celsius) {
        double[] equal = new double[celsius.length];
        Arrays.fill(equal, 1);
        return of(celsius, equal, CONVENTIONAL_DELTA_H);
    }

    /**
     * Of readings that each stand for a duration.
     *
     * @param celsius readings; NaN where missing
     * @param durations in any one unit; NaN where missing
     * @param deltaH activation energy in kJ/mol
     * @throws BadInput if there are no readings, one is below absolute zero, a duration is negative or all are zero, or the
     *     activation energy is not positive
     */
    public static MeanKineticTemperature of(double[] celsius, double[] durations, double deltaH) {
        Check.positive(StabilityQuantity.ACTIVATION_ENERGY, deltaH);
        if (celsius.length != durations.length) {
            throw Fault.of(StabilityFault.UNEQUAL_LENGTHS)
                    .with("readings", celsius.length)
                    .with("durations", durations.length)
                    .asException();
        }
        int[] used = IntStream.range(0, celsius.length)
                .filter(i -> !Double.isNaN(celsius[i]) && !Double.isNaN(durations[i]))
                .toArray();
        if (used.length == 0) {
            throw Fault.of(StabilityFault.NO_READINGS).asException();
        }
        double[] t = Arrays.stream(used).mapToDouble(i -> checked(celsius[i])).toArray();
        double[] w = Arrays.stream(used)
                .mapToDouble(i -> Check.notNegative(StabilityQuantity.DURATION, durations[i]))
                .toArray();
        double total = Arrays.stream(w).sum();
        if (total == 0) {
            throw Fault.of(StabilityFault.NO_DURATION).asException();
        }
        double mean = IntStream.range(0, t.length).mapToDouble(i -> w[i] * t[i]).sum() / total;
        return new MeanKineticTemperature(
                kinetic(t, w, total, deltaH / GAS_CONSTANT),
                mean,
                Arrays.stream(t).min().getAsDouble(),
                Arrays.stream(t).max().getAsDouble(),
                used.length,
                celsius.length - used.length);
    }

    /**
     * T_MK in °C. Taken relative to the warmest reading, so that the exponentials of readings in liquid nitrogen do not vanish.
     *
     * @param b dH/R in kelvin
     */
    private static double kinetic(double[] t, double[] w, double total, double b) {
        double warmest = IntStream.range(0, t.length)
                .filter(i -> w[i] > 0)
                .mapToDouble(i -> TemperatureUnit.kelvin(t[i]))
                .max()
                .getAsDouble();
        double sum = IntStream.range(0, t.length)
                .mapToDouble(i -> w[i] * Math.exp(b / warmest - b / TemperatureUnit.kelvin(t[i])))
                .sum();
        return TemperatureUnit.celsius(b / (b / warmest - Math.log(sum / total)));
    }

    private static double checked(double celsius) {
        TemperatureUnit.checkedKelvin(celsius);
        return celsius;
    }
}
