package org.opencgt.science.dosefinding.calendar;

import java.util.List;
import org.opencgt.science.random.Xoshiro256;

/**
 * Times to dose-limiting toxicity: Weibull distributions F(t) = 1 − exp(−r t^k) with F(window) = p and F(window / 2) = (1 − late) p.
 * Computed with {@link StrictMath}, so equal on every machine.
 */
final class ToxicityTimes {

    private final double window;
    private final double[] probabilities;
    private final double[] shapes;
    private final double[] rates;

    ToxicityTimes(List<Double> toxicity, double window, double lateFraction) {
        this.window = window;
        probabilities = new double[toxicity.size()];
        shapes = new double[toxicity.size()];
        rates = new double[toxicity.size()];
        for (int dose = 0; dose < probabilities.length; dose++) {
            double p = toxicity.get(dose);
            // A certain toxicity has no Weibull distribution, a next to certain one has.
            double within = Math.min(p, Math.nextDown(1.0));
            double hazard = -StrictMath.log1p(-within);
            double hazardOfHalf = -StrictMath.log1p(-within * (1 - lateFraction));
            probabilities[dose] = p;
            shapes[dose] = p == 0 ? 1 : StrictMath.log(hazard / hazardOfHalf) / StrictMath.log(2);
            rates[dose] = hazard / StrictMath.pow(window, shapes[dose]);
        }
    }

    /** The time to toxicity; infinite if none comes within the window. */
    double draw(int dose, Xoshiro256 random) {
        double u = random.nextDouble();
        if (u >= probabilities[dose]) {
            return Double.POSITIVE_INFINITY;
        }
        double time = StrictMath.pow(-StrictMath.log1p(-u) / rates[dose], 1 / shapes[dose]);
        return Math.min(time, window);
    }
}
