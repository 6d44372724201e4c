package org.opencgt.science.potency;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;

/**
 * The wells of one curve.
 *
 * @param dose zero or more
 * @param response as many
 * @param weights of the squared residuals
 * @param missing how many wells were left out, because something is missing
 */
public record DoseResponse(double[] dose, double[] response, double[] weights, int missing) {

    /**
     * Wells with dose, response and weight; NaN is missing.
     *
     * @throws BadInput if a dose is negative, or a weight not positive
     */
    public static DoseResponse of(double[] dose, double[] response, double[] weights) {
        int[] there = IntStream.range(0, dose.length)
                .filter(i -> !Double.isNaN(dose[i]) && !Double.isNaN(response[i]) && !Double.isNaN(weights[i]))
                .toArray();
        for (int i : there) {
            Check.notNegative(PotencyQuantity.DOSE, dose[i]);
            Check.finite(PotencyQuantity.RESPONSE, response[i]);
            Check.positive(PotencyQuantity.WEIGHT, weights[i]);
        }
        return new DoseResponse(
                pick(dose, there), pick(response, there), pick(weights, there), dose.length - there.length);
    }

    public static DoseResponse of(double[] dose, double[] response) {
        double[] equal = new double[dose.length];
        Arrays.fill(equal, 1);
        return of(dose, response, equal);
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }

    public int size() {
        return dose.length;
    }

    double[] logDose() {
        return Arrays.stream(dose).map(Math::log).toArray();
    }

    /** The doses, each once, in increasing order. */
    double[] levels() {
        return Arrays.stream(dose).distinct().sorted().toArray();
    }

    /** Refuses what cannot determine a curve. */
    void requireFor(CurveModel model) {
        if (size() < model.parameters()) {
            throw Fault.of(PotencyFault.TOO_FEW_WELLS)
                    .with("wells", size())
                    .with("parameters", model.parameters())
                    .asException();
        }
        if (levels().length < model.parameters()) {
            throw Fault.of(PotencyFault.TOO_FEW_DOSES)
                    .with("doses", levels().length)
                    .with("parameters", model.parameters())
                    .asException();
        }
        if (levels()[levels().length - 1] <= 0) {
            throw Fault.of(PotencyFault.NO_POSITIVE_DOSE).asException();
        }
    }

    /** Weighted sum of squares about the weighted mean. */
    double totalSquares() {
        double mean = mean();
        return IntStream.range(0, size())
                .mapToDouble(i -> weights[i] * (response[i] - mean) * (response[i] - mean))
                .sum();
    }

    private double mean() {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < size(); i++) {
            sum += weights[i] * response[i];
            weight += weights[i];
        }
        return sum / weight;
    }

    /** Weighted sum of squares within the doses, and its degrees of freedom. */
    PureError pureError() {
        double squares = 0;
        double[] levels = levels();
        for (double level : levels) {
            double sum = 0;
            double weight = 0;
            for (int i = 0; i < size(); i++) {
                if (dose[i] == level) {
                    sum += weights[i] * response[i];
                    weight += weights[i];
                }
            }
            for (int i = 0; i < size(); i++) {
                if (dose[i] == level) {
                    double residual = response[i] - sum / weight;
                    squares += weights[i] * residual * residual;
                }
            }
        }
        return new PureError(squares, size() - levels.length, levels.length);
    }

    record PureError(double squares, int df, int doses) {}
}
