package org.opencgt.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opencgt.subject.ResidualSource.Basis;
import org.opencgt.subject.ResidualSource.Concern;
import org.opencgt.subject.ResidualSource.Exposure;
import org.opencgt.subject.ResidualSource.Per;

/** What a dose brings of a residue at the limit of the specification. */
class ProductExposuresTest {

    @Test
    void byCellsTheExposureIsLimitTimesDosePerKg() {
        // 100 beads in 3e6 cells, 5e6 cells/kg: 166.67 beads/kg; 1000 / 5 = 200 are allowed
        Exposure found = exposure(residual(Per.MILLION_CELLS, Basis.PER_KG, "1000", "5", null, null, null), "100", "5");
        assertThat(Objects.requireNonNull(found.exposure())).isBetween(dec("166.66"), dec("166.67"));
        assertThat(found.allowed()).isEqualByComparingTo("200");
        assertThat(Objects.requireNonNull(found.margin())).isBetween(dec("1.199"), dec("1.201"));
        assertThat(Objects.requireNonNull(found.highestResult())).isBetween(dec("119.9"), dec("120.1"));
        assertThat(found.within()).isTrue();
        assertThat(found.doseCurrent()).isTrue();
    }

    @Test
    void aHigherDoseIsTooMuchAndNoLongerTheOneBehindTheLimit() {
        Exposure found = exposure(residual(Per.MILLION_CELLS, Basis.PER_KG, "1000", "5", null, null, null), "100", "8");
        assertThat(found.within()).isFalse();
        assertThat(found.doseCurrent()).isFalse();
    }

    @Test
    void byVolumeWeightAndTimeCount() {
        // 5 EU/mL × 20 mL / 40 kg / 0.5 h = 5 EU/kg/h
        Exposure found = exposure(residual(Per.MILLILITRE, Basis.PER_KG_HOUR, "5", "1", "20", "40", "0.5"), "5", "5");
        // one unit of the result is a third of the amount here
        assertThat(Objects.requireNonNull(found.exposure())).isBetween(dec("1.66"), dec("1.67"));
        assertThat(found.within()).isTrue();
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsWithin() {
        assertThat(exposure(residual(Per.MILLILITRE, Basis.PER_KG, "5", "1", null, "40", null), "5", "5"))
                .returns("greatestVolume", Exposure::missing)
                .returns(false, Exposure::within);
        assertThat(exposure(residual(Per.MILLION_CELLS, Basis.PER_KG, null, "1", null, null, null), "5", "5"))
                .returns("threshold", Exposure::missing);
        assertThat(exposure(residual(Per.MILLION_CELLS, Basis.PER_KG, "5", "1", null, null, null), "5", null))
                .returns("instructions", Exposure::missing);
        assertThat(exposure(residual(Per.MILLILITRE, Basis.PER_KG_HOUR, "5", "1", "20", "40", null), "5", "5")
                        .missing())
                .isNotBlank();
    }

    private static Exposure exposure(ResidualSource residual, String limit, @Nullable String dose) {
        return Objects.requireNonNull(new ProductExposures(
                        Map.of("residue", residual),
                        Map.of("beads", new Product.Criterion(null, dec(limit), null, List.of(), "microscopy")),
                        dose == null ? null : dec(dose))
                .exposures()
                .get("residue"));
    }

    private static ResidualSource residual(
            Per per,
            Basis basis,
            @Nullable String threshold,
            String factor,
            @Nullable String volume,
            @Nullable String weight,
            @Nullable String hours) {
        return new ResidualSource(
                "beads",
                Concern.HARD_TO_REMOVE,
                dec("0.333333333333"),
                per,
                volume == null ? null : dec(volume),
                weight == null ? null : dec(weight),
                hours == null ? null : dec(hours),
                threshold == null ? null : dec(threshold),
                basis,
                dec(factor),
                null,
                null,
                dec("5"),
                null,
                false);
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }
}
