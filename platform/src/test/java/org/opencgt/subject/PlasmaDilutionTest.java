package org.opencgt.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.subject.PlasmaDilution.Fluid;
import org.opencgt.subject.PlasmaDilution.Infusion;

/** Calculated by hand: 60 kg give 2400 mL of plasma (60 / 0.025) and 4000 mL of blood (60 / 0.015). */
class PlasmaDilutionTest {

    private static final Instant SAMPLED = Instant.parse("2026-03-15T08:00:00Z");
    private static final BigDecimal SIXTY = new BigDecimal("60");

    @Test
    void volumesFollowFromTheBodyWeight() {
        PlasmaDilution dilution = of(SIXTY, 40);
        assertThat(dilution.plasmaVolume()).isEqualByComparingTo("2400");
        assertThat(dilution.bloodVolume()).isEqualByComparingTo("4000");
        assertThat(of(new BigDecimal("70"), 40).plasmaVolume()).isEqualByComparingTo("2800");
        assertThat(of(new BigDecimal("70"), 40).bloodVolume()).isEqualByComparingTo("4667");
    }

    @Test
    void colloidAndCrystalloidMayReachThePlasmaVolumeAndNotPassIt() {
        assertThat(of(SIXTY, 40, before(Fluid.COLLOID, 1400, 20), before(Fluid.CRYSTALLOID, 1000, 1))
                        .acceptable())
                .isTrue();
        assertThat(of(SIXTY, 40, before(Fluid.COLLOID, 1401, 20), before(Fluid.CRYSTALLOID, 1000, 1))
                        .acceptable())
                .isFalse();
    }

    @Test
    void withBloodTheyMayReachTheBloodVolumeAndNotPassIt() {
        assertThat(of(SIXTY, 40, before(Fluid.BLOOD, 2500, 30), before(Fluid.COLLOID, 1500, 20))
                        .acceptable())
                .isTrue();
        assertThat(of(SIXTY, 40, before(Fluid.BLOOD, 2501, 30), before(Fluid.COLLOID, 1500, 20))
                        .acceptable())
                .isFalse();
    }

    @Test
    void crystalloidCountsForAnHourTheOthersForTwoDays() {
        PlasmaDilution dilution = of(
                SIXTY,
                40,
                before(Fluid.CRYSTALLOID, 3000, 2),
                before(Fluid.COLLOID, 3000, 49),
                before(Fluid.BLOOD, 500, 48),
                before(Fluid.COLLOID, 700, -1));
        assertThat(dilution.crystalloid()).isEqualByComparingTo("0");
        assertThat(dilution.colloid()).isEqualByComparingTo("0");
        assertThat(dilution.blood()).isEqualByComparingTo("500");
        assertThat(dilution.acceptable()).isTrue();
    }

    @Test
    void ofAChildAnyFluidMakesTheSampleUnfit() {
        assertThat(of(SIXTY, 12, before(Fluid.COLLOID, 100, 5)).acceptable()).isFalse();
        assertThat(of(SIXTY, 13, before(Fluid.COLLOID, 100, 5)).acceptable()).isTrue();
        assertThat(of(SIXTY, 5).acceptable()).isTrue();
    }

    @Test
    void withoutAWeightNothingMayHaveBeenGiven() {
        assertThat(of(null, 40).acceptable()).isTrue();
        assertThat(of(null, 40, before(Fluid.CRYSTALLOID, 100, 1)).acceptable()).isFalse();
    }

    private static PlasmaDilution of(@Nullable BigDecimal weight, int age, Infusion... given) {
        return PlasmaDilution.of(SAMPLED, weight, age, List.of(given));
    }

    private static Infusion before(Fluid fluid, int volume, int hours) {
        return new Infusion(fluid, BigDecimal.valueOf(volume), SAMPLED.minus(Duration.ofHours(hours)));
    }
}
