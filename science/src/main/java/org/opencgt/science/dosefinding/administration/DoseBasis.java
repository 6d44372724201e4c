package org.opencgt.science.dosefinding.administration;

import java.util.Locale;
import org.opencgt.science.Check;

/** By what a dose is measured. */
public enum DoseBasis {
    /** Cells per kg of body weight. */
    KG,
    /** Cells per m² of body surface area. */
    M2,
    /** Cells in all, whoever receives them. */
    TOTAL;

    /**
     * The size of a body in this measure: kg, m² or 1.
     *
     * @param weightKg NaN if not known
     * @param heightCm NaN if not known
     * @param surfaceM2 NaN if not known; then by {@link BodySurfaceArea#mosteller}
     * @throws org.opencgt.science.BadInput if what this measure needs is not known or not above zero
     */
    public double size(double weightKg, double heightCm, double surfaceM2) {
        return switch (this) {
            case KG -> Check.positive(AdministrationQuantity.BODY_WEIGHT, weightKg);
            case M2 ->
                Double.isNaN(surfaceM2)
                        ? BodySurfaceArea.mosteller(heightCm, weightKg)
                        : Check.positive(AdministrationQuantity.BODY_SURFACE, surfaceM2);
            case TOTAL -> 1;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
