package org.opencgt.science.cells;

import java.util.Locale;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How much of a residual a dose brings, and how much it may: exposure = concentration × volume, over body weight and hours of infusion as
 * the limit asks. A limit divided by a safety factor is what is allowed.
 *
 * @param exposure in the unit of the limit
 * @param allowed limit / safety factor
 * @param used exposure / allowed
 * @param highestConcentration that the dose could have per mL
 * @param largestVolumeMl that could be given
 * @param shortestInfusionHours over which it could be given; NaN where the limit does not speak of time
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ResidualExposure(
        String residual,
        double concentration,
        double volumeMl,
        double amount,
        double exposure,
        Basis basis,
        double allowed,
        double used,
        double highestConcentration,
        double largestVolumeMl,
        double shortestInfusionHours,
        boolean within)
        implements Result {

    /** To what a limit refers. */
    public enum Basis {
        PER_DOSE,
        PER_KG,
        PER_KG_HOUR;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What is known of a residual and its limit.
     *
     * @param limit in units of the amount, per dose, per kg or per kg and hour
     */
    public record Limit(String residual, double limit, Basis basis, double safetyFactor) {
        public Limit {
            Check.positive(CellQuantity.RESIDUAL_LIMIT, limit);
            Check.positive(CellQuantity.SAFETY_FACTOR, safetyFactor);
        }

        /** DMSO: 1 g per kg and day, of which most programmes allow no more (Shu Z et al. Bone Marrow Transplant 2014;49:469-76). */
        public static final Limit DMSO = new Limit("DMSO", 1000, Basis.PER_KG, 1);

        /** Bacterial endotoxin: 5 EU per kg and hour by intravenous route (USP 85; Ph. Eur. 5.1.10). */
        public static final Limit ENDOTOXIN = new Limit("Endotoxin", 5, Basis.PER_KG_HOUR, 1);

        /** Bacterial endotoxin by intrathecal route: 0.2 EU per kg and hour (USP 85). */
        public static final Limit ENDOTOXIN_INTRATHECAL = new Limit("Endotoxin", 0.2, Basis.PER_KG_HOUR, 1);
    }

    /**
     * Of a dose.
     *
     * @param concentration amount per mL, in the limit's unit of amount (mg for DMSO, EU for endotoxin)
     * @param weightKg NaN if the limit does not refer to it
     * @param hours of infusion; NaN if the limit does not refer to them
     * @throws BadInput if weight or hours are wanted and missing
     */
    public static ResidualExposure of(
            Limit limit, double concentration, double volumeMl, double weightKg, double hours) {
        Check.notNegative(CellQuantity.RESIDUAL_CONCENTRATION, concentration);
        Check.positive(CellQuantity.VOLUME, volumeMl);
        boolean byWeight = limit.basis != Basis.PER_DOSE;
        boolean byTime = limit.basis == Basis.PER_KG_HOUR;
        if (byWeight && Double.isNaN(weightKg)) {
            throw Fault.of(CellsFault.NO_WEIGHT)
                    .with("residual", limit.residual)
                    .asException();
        }
        if (byTime && Double.isNaN(hours)) {
            throw Fault.of(CellsFault.NO_HOURS).with("residual", limit.residual).asException();
        }
        double share = (byWeight ? Check.positive(CellQuantity.BODY_WEIGHT, weightKg) : 1)
                * (byTime ? Check.positive(CellQuantity.INFUSION_HOURS, hours) : 1);
        double amount = concentration * volumeMl;
        double exposure = amount / share;
        double allowed = limit.limit / limit.safetyFactor;
        return new ResidualExposure(
                limit.residual,
                concentration,
                volumeMl,
                amount,
                exposure,
                limit.basis,
                allowed,
                exposure / allowed,
                allowed * share / volumeMl,
                concentration > 0 ? allowed * share / concentration : Double.POSITIVE_INFINITY,
                byTime ? amount / weightKg / allowed : Double.NaN,
                exposure <= allowed);
    }
}
