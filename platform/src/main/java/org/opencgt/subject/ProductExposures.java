package org.opencgt.subject;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.cells.ResidualExposure;
import org.opencgt.subject.ResidualSource.Basis;
import org.opencgt.subject.ResidualSource.Exposure;
import org.opencgt.subject.ResidualSource.Per;

/**
 * What of each residual the greatest dose of the instructions brings, with the engine of {@code cells residual}. A dose by cells has no
 * volume of its own: its "volume" is then its 10⁶ cells, and concentration is by 10⁶ cells.
 */
final class ProductExposures {

    private final Map<String, ResidualSource> residuals;
    private final Map<String, Product.Criterion> specification;
    private final @Nullable BigDecimal greatestDose;

    /** @param greatestDose that the instructions allow, in 10⁶ cells per kg; absent where there are none */
    ProductExposures(
            Map<String, ResidualSource> residuals,
            Map<String, Product.Criterion> specification,
            @Nullable BigDecimal greatestDose) {
        this.residuals = residuals;
        this.specification = specification;
        this.greatestDose = greatestDose;
    }

    Map<String, Exposure> exposures() {
        Map<String, Exposure> found = new LinkedHashMap<>();
        residuals.forEach((name, residual) -> found.put(name, exposure(name, residual)));
        return found;
    }

    private Exposure exposure(String name, ResidualSource residual) {
        BigDecimal dose = greatestDose;
        if (dose == null) {
            return missing("instructions", false);
        }
        boolean current = dose.compareTo(residual.maximumDose()) == 0;
        if (residual.threshold() == null || residual.threshold().signum() <= 0) {
            return missing("threshold", current);
        }
        Product.Criterion criterion = specification.get(residual.test());
        BigDecimal detectionLimit = residual.detectionLimit();
        // a limit in words ("not detected") is as good as the test detects
        BigDecimal limit =
                criterion == null ? null : criterion.maximum() != null ? criterion.maximum() : detectionLimit;
        if (limit == null) {
            return missing(criterion == null ? "specification" : "detectionLimit", current);
        }
        Double volume = volume(residual, dose);
        if (volume == null) {
            return missing(residual.per() == Per.MILLILITRE ? "greatestVolume" : "worstWeight", current);
        }
        try {
            double perUnit = residual.amountPerUnit().doubleValue();
            ResidualExposure.Limit allowed = new ResidualExposure.Limit(
                    name,
                    residual.threshold().doubleValue(),
                    basis(residual.basis()),
                    residual.safetyFactor().doubleValue());
            ResidualExposure atLimit = ResidualExposure.of(
                    allowed, limit.doubleValue() * perUnit, volume, number(weight(residual)), hours(residual));
            double highest = atLimit.highestConcentration() / perUnit;
            return new Exposure(
                    decimal(atLimit.exposure()),
                    decimal(atLimit.allowed()),
                    decimal(1 / atLimit.used()),
                    decimal(highest),
                    detectionLimit == null || detectionLimit.doubleValue() <= highest,
                    atLimit.within(),
                    current,
                    null);
        } catch (BadInput refused) {
            // weight or hours are wanted and missing, or a number is none: no exposure is known, and rules say so
            return missing(refused.getMessage(), current);
        }
    }

    /** Of a dose: mL, or 10⁶ cells. */
    private static @Nullable Double volume(ResidualSource residual, BigDecimal dose) {
        if (residual.per() == Per.MILLILITRE) {
            return residual.greatestVolume() == null
                    ? null
                    : (Double) residual.greatestVolume().doubleValue();
        }
        BigDecimal weight = weight(residual);
        return weight == null ? null : (Double) dose.multiply(weight).doubleValue();
    }

    /** By cells and by kg the weight cancels, so any does. */
    private static @Nullable BigDecimal weight(ResidualSource residual) {
        return residual.worstWeight() == null
                        && residual.per() == Per.MILLION_CELLS
                        && residual.basis() != Basis.PER_DOSE
                ? BigDecimal.ONE
                : residual.worstWeight();
    }

    private static double hours(ResidualSource residual) {
        return number(residual.shortestHours());
    }

    private static double number(@Nullable BigDecimal value) {
        return value == null ? Double.NaN : value.doubleValue();
    }

    private static ResidualExposure.Basis basis(Basis basis) {
        return switch (basis) {
            case PER_DOSE -> ResidualExposure.Basis.PER_DOSE;
            case PER_KG -> ResidualExposure.Basis.PER_KG;
            case PER_KG_HOUR -> ResidualExposure.Basis.PER_KG_HOUR;
        };
    }

    private static Exposure missing(@Nullable String what, boolean current) {
        return new Exposure(null, null, null, null, false, false, current, what);
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(value, new MathContext(12)) : null;
    }
}
