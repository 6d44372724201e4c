package org.opencgt.science.dosefinding.design;

import java.util.Arrays;
import java.util.List;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.Limits;

/**
 * Prior guesses of toxicity with a given indifference interval: if a dose has the target toxicity φ, its neighbours have φ − δ and φ +
 * δ.
 *
 * @see <a href="https://doi.org/10.1177/1740774509105076">Lee SM, Cheung YK. Model calibration in the continual reassessment
 *     method. Clin Trials 2009;6:227-38</a>
 */
public final class Skeleton {

    public static final double DEFAULT_HALFWIDTH = 0.05;

    private Skeleton() {}

    /**
     * The guesses, lowest dose first.
     *
     * @param halfwidth δ
     * @param target φ
     * @param guess the dose, from 1, that is thought to have the target toxicity
     */
    public static List<Double> of(
            ToxicityModel model, double intercept, double halfwidth, double target, int guess, int doses) {
        Limits.inside(DoseFindingQuantity.TARGET, target, 0, 1);
        Limits.inside(DoseFindingQuantity.HALFWIDTH, halfwidth, 0, Math.min(target, 1 - target));
        Limits.whole(DoseFindingQuantity.PRIOR_GUESS, guess, 1, doses);
        double[] scaled = new double[doses];
        scaled[guess - 1] = model.scaled(target, intercept);
        for (int dose = guess - 1; dose > 0; dose--) {
            double slope = model.slope(scaled[dose], intercept, target + halfwidth);
            scaled[dose - 1] = model.scaledAt(target - halfwidth, intercept, slope);
        }
        for (int dose = guess - 1; dose < doses - 1; dose++) {
            double slope = model.slope(scaled[dose], intercept, target - halfwidth);
            scaled[dose + 1] = model.scaledAt(target + halfwidth, intercept, slope);
        }
        return Arrays.stream(scaled)
                .mapToObj(value -> model.skeleton(value, intercept))
                .toList();
    }
}
