package org.opencgt.subject;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;

/**
 * Whether fluids that a donor was given before the sampling diluted the plasma so far that an infection may go unseen: the
 * algorithm of the FDA guidance on eligibility of donors of human cells and tissues (2007, section V; 21 CFR 1271.80(d)(2)),
 * which the AATB standards take over.
 *
 * <p>Blood and colloids count when they were given in the 48 h before the sampling, crystalloids in the hour before. Of a donor
 * of 12 years or less any fluid in these times makes the sample unfit.
 *
 * @param sampled the sampling for which it speaks
 * @param bodyWeight absent where nobody weighed the donor: then nothing may have been given
 * @param plasmaVolume body weight over 0.025 kg/mL; absent as the weight is
 * @param bloodVolume body weight over 0.015 kg/mL; absent as the weight is
 * @param blood given
 * @param colloid given
 * @param crystalloid given
 * @param acceptable colloid and crystalloid together are no more than the plasma volume, with blood no more than the blood volume
 */
public record PlasmaDilution(
        Instant sampled,
        @Nullable @In("kg") BigDecimal bodyWeight,
        @Nullable @In("mL") BigDecimal plasmaVolume,
        @Nullable @In("mL") BigDecimal bloodVolume,
        @In("mL") BigDecimal blood,
        @In("mL") BigDecimal colloid,
        @In("mL") BigDecimal crystalloid,
        boolean acceptable) {

    private static final Duration BLOOD_AND_COLLOIDS = Duration.ofHours(48);
    private static final Duration CRYSTALLOIDS = Duration.ofHours(1);
    private static final BigDecimal PLASMA = new BigDecimal("0.025");
    private static final BigDecimal BLOOD = new BigDecimal("0.015");
    private static final int CHILD = 12;

    /**
     * A fluid that was given.
     *
     * @param finished when the last of it ran in
     */
    public record Infusion(
            Fluid fluid,
            @In(value = "mL", min = "1", max = "50000") BigDecimal volume,
            Instant finished) {}

    public enum Fluid {
        /** Whole blood, red cells, plasma, platelets. */
        BLOOD,
        /** Albumin, dextran, hydroxyethyl starch. */
        COLLOID,
        /** Saline, dextrose in water, Ringer's lactate. */
        CRYSTALLOID
    }

    /** @param age of the donor in whole years; absent: not known, taken as adult */
    public static PlasmaDilution of(
            Instant sampled, @Nullable BigDecimal bodyWeight, @Nullable Integer age, List<Infusion> given) {
        BigDecimal blood = volume(given, Fluid.BLOOD, sampled, BLOOD_AND_COLLOIDS);
        BigDecimal colloid = volume(given, Fluid.COLLOID, sampled, BLOOD_AND_COLLOIDS);
        BigDecimal crystalloid = volume(given, Fluid.CRYSTALLOID, sampled, CRYSTALLOIDS);
        BigDecimal clear = colloid.add(crystalloid);
        BigDecimal all = clear.add(blood);
        BigDecimal plasmaVolume = bodyWeight == null ? null : bodyWeight.divide(PLASMA, 0, RoundingMode.HALF_EVEN);
        BigDecimal bloodVolume = bodyWeight == null ? null : bodyWeight.divide(BLOOD, 0, RoundingMode.HALF_EVEN);
        boolean child = age != null && age <= CHILD;
        boolean acceptable = all.signum() == 0
                || !child
                        && plasmaVolume != null
                        && bloodVolume != null
                        && clear.compareTo(plasmaVolume) <= 0
                        && all.compareTo(bloodVolume) <= 0;
        return new PlasmaDilution(
                sampled, bodyWeight, plasmaVolume, bloodVolume, blood, colloid, crystalloid, acceptable);
    }

    private static BigDecimal volume(List<Infusion> given, Fluid fluid, Instant sampled, Duration before) {
        return given.stream()
                .filter(i -> i.fluid() == fluid)
                .filter(i -> !i.finished().isBefore(sampled.minus(before))
                        && !i.finished().isAfter(sampled))
                .map(Infusion::volume)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
