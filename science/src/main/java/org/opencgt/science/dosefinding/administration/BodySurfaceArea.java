package org.opencgt.science.dosefinding.administration;

import org.opencgt.science.Check;

/** Body surface area in m². */
public final class BodySurfaceArea {

    private BodySurfaceArea() {}

    /**
     * √(height × weight / 3600), height in cm.
     *
     * @see <a href="https://doi.org/10.1056/NEJM198710223171717">Mosteller RD. Simplified calculation of body-surface area. N Engl J
     *     Med 1987;317:1098</a>
     */
    public static double mosteller(double heightCm, double weightKg) {
        Check.positive(AdministrationQuantity.HEIGHT, heightCm);
        Check.positive(AdministrationQuantity.BODY_WEIGHT, weightKg);
        return Math.sqrt(heightCm * weightKg / 3600);
    }
}
