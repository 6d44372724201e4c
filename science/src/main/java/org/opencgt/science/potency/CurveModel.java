package org.opencgt.science.potency;

import java.util.Arrays;

/**
 * The logistic curve, with four parameters or, where it is asymmetric, five (Rodbard 1974; Prentice 1976; Finney 1979):
 *
 * <pre>
 *   f(x) = c + (d - c) / (1 + (x/e)^b)^g          g = 1 with four parameters
 * </pre>
 *
 * <p>c is the lower and d the upper asymptote; with b &gt; 0 the curve falls. Fitted are b, c, d, ln e and g, in this order. At
 * x = 0 the curve is at its asymptote.
 */
public enum CurveModel {
    FOUR_PARAMETER("4pl", 4),
    FIVE_PARAMETER("5pl", 5);

    static final int B = 0;
    static final int C = 1;
    static final int D = 2;
    static final int LOG_E = 3;
    static final int G = 4;

    private static final String[] NAMES = {"b", "c", "d", "log_e", "g"};

    private final String word;
    private final int parameters;

    CurveModel(String word, int parameters) {
        this.word = word;
        this.parameters = parameters;
    }

    public int parameters() {
        return parameters;
    }

    static String name(int parameter) {
        return NAMES[parameter];
    }

    /**
     * The value of the curve, and its derivatives by its parameters.
     *
     * @param logX ln x, negative infinity at x = 0
     * @param b b, c, d, ln e and, with five, g
     * @param gradient takes as many derivatives
     */
    double at(double logX, double[] b, double[] gradient) {
        double g = parameters == 5 ? b[G] : 1;
        double height = b[D] - b[C];
        if (logX == Double.NEGATIVE_INFINITY) {
            boolean falls = b[B] > 0;
            gradient[B] = 0;
            gradient[C] = falls ? 0 : 1;
            gradient[D] = falls ? 1 : 0;
            gradient[LOG_E] = 0;
            if (parameters == 5) {
                gradient[G] = 0;
            }
            return falls ? b[D] : b[C];
        }
        double distance = logX - b[LOG_E];
        double t = b[B] * distance;
        double logU = t > 0 ? t + Math.log1p(Math.exp(-t)) : Math.log1p(Math.exp(t));
        double s = t > 0 ? 1 / (1 + Math.exp(-t)) : Math.exp(t) / (1 + Math.exp(t));
        double part = Math.exp(-g * logU);
        double byT = -g * s * part;
        gradient[B] = height * byT * distance;
        gradient[C] = 1 - part;
        gradient[D] = part;
        gradient[LOG_E] = -height * byT * b[B];
        if (parameters == 5) {
            gradient[G] = -height * logU * part;
        }
        return b[C] + height * part;
    }

    double value(double logX, double[] b) {
        return at(logX, b, new double[parameters]);
    }

    /**
     * ln of the dose at which the curve has fallen from d to c by a fraction, and its derivatives by the parameters.
     *
     * @param fraction above 0 and below 1
     */
    double logDose(double fraction, double[] b, double[] gradient) {
        double g = parameters == 5 ? b[G] : 1;
        double power = -Math.log1p(-fraction) / g;
        double ratio = Math.expm1(power);
        double logRatio = Math.log(ratio);
        Arrays.fill(gradient, 0);
        gradient[B] = -logRatio / (b[B] * b[B]);
        gradient[LOG_E] = 1;
        if (parameters == 5) {
            gradient[G] = -(1 + ratio) / ratio * power / g / b[B];
        }
        return b[LOG_E] + logRatio / b[B];
    }

    @Override
    public String toString() {
        return word;
    }
}
