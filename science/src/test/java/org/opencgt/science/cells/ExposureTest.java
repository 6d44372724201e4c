package org.opencgt.science.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.opencgt.science.cells.ResidualExposure.Basis;
import org.opencgt.science.cells.ResidualExposure.Limit;

/** Doses that act, residuals and what tests can find. */
class ExposureTest {

    @Test
    void functionalCellsAreThoseThatAreAliveAndOfTheRightKind() {
        FunctionalDose dose =
                FunctionalDose.of("001", 1e9, new FunctionalDose.Fractions(0.8, 0.9, 0.5, 0.25), 50, 5e6, Double.NaN);

        assertThat(dose.viableCd3CarCells()).isCloseTo(3.6e8, within(1e-6));
        assertThat(dose.viableCd3CarCellsPerKg()).isCloseTo(7.2e6, within(1e-8));
        assertThat(dose.functionalCells()).isCloseTo(9e7, within(1e-6));
        assertThat(dose.within()).isTrue();
        assertThatThrownBy(() -> new FunctionalDose.Fractions(0.8, 9, 0.5, 0.25))
                .hasMessageContaining("CD3+ fraction");
    }

    @Test
    void endotoxinIsLimitedPerKgAndHour() {
        // 0.5 EU/mL x 100 mL over 70 kg and half an hour
        ResidualExposure found = ResidualExposure.of(Limit.ENDOTOXIN, 0.5, 100, 70, 0.5);

        assertThat(found.exposure()).isCloseTo(50.0 / 35, within(1e-12));
        assertThat(found.used()).isCloseTo(50.0 / 35 / 5, within(1e-12));
        assertThat(found.highestConcentration()).isCloseTo(1.75, within(1e-12));
        assertThat(found.largestVolumeMl()).isCloseTo(350, within(1e-9));
        assertThat(found.shortestInfusionHours()).isCloseTo(50.0 / 350, within(1e-12));
        assertThat(found.within()).isTrue();
    }

    @Test
    void atItsLimitsADoseIsJustAllowed() {
        ResidualExposure found =
                ResidualExposure.of(new Limit("gentamicin", 100, Basis.PER_DOSE, 10), 0.1, 50, Double.NaN, Double.NaN);

        assertThat(found.allowed()).isEqualTo(10);
        assertThat(ResidualExposure.of(
                                new Limit("gentamicin", 100, Basis.PER_DOSE, 10),
                                found.highestConcentration(),
                                50,
                                Double.NaN,
                                Double.NaN)
                        .used())
                .isCloseTo(1, within(1e-12));
        assertThatThrownBy(() -> ResidualExposure.of(Limit.DMSO, 100, 50, Double.NaN, Double.NaN))
                .hasMessageContaining("body weight is needed");
        assertThatThrownBy(() -> ResidualExposure.of(Limit.ENDOTOXIN, 100, 50, 70, Double.NaN))
                .hasMessageContaining("hours of infusion are needed");
    }

    @Test
    void whatIsNotFoundMayBeThereUpToTheDetectionLimit() {
        ResidualCells none = ResidualCells.of("pluripotent cells", 1e9, Double.NaN, 1e-5, 1e4);
        ResidualCells insensitive = ResidualCells.of("pluripotent cells", 1e9, Double.NaN, 1e-4, 1e4);

        assertThat(none.mostInDose()).isCloseTo(1e4, within(1e-6));
        assertThat(none.neededDetectionLimit()).isCloseTo(1e-5, within(1e-18));
        assertThat(none.within()).isTrue();
        assertThat(insensitive.sensitive()).isFalse();
        assertThat(insensitive.within()).isFalse();
        assertThat(ResidualCells.of("B cells", 1e6, 0.01, 1e-4, 100).mostInDose())
                .isCloseTo(1e4, within(1e-6));
    }

    /** FDA 2020: to find one in 100 mL with 95%, 300 mL must be tested. */
    @Test
    void threeTimesTheVolumeFindsOneWith95Percent() {
        DetectionProbability found = DetectionProbability.of(0.01, 100, 3, 1, Double.NaN, 0.95);

        assertThat(found.probability()).isCloseTo(1 - Math.exp(-3), within(1e-15));
        assertThat(found.neededSize()).isCloseTo(299.57322735539907, within(1e-10));
        assertThat(found.neededSamples()).isEqualTo(3);
        assertThat(found.upperLimitNoneFound()).isCloseTo(0.0099857742451799, within(1e-15));
        assertThat(found.sufficient()).isTrue();
        assertThat(found.finiteProbability()).isNull();
    }

    @Test
    void aWholeBatchShowsWhatIsInIt() {
        DetectionProbability all = DetectionProbability.of(0.01, 1000, 1, 1, 1000, 0.95);
        DetectionProbability part = DetectionProbability.of(0.01, 100, 1, 0.5, 1000, 0.95);

        assertThat(all.finiteProbability()).isEqualTo(1);
        assertThat(part.finiteProbability()).isCloseTo(1 - Math.pow(0.95, 10), within(1e-14));
        assertThat(part.probability()).isLessThan(part.finiteProbability());
        assertThatThrownBy(() -> DetectionProbability.of(0.01, 600, 2, 1, 1000, 0.95))
                .hasMessageContaining("more than the batch");
        assertThatThrownBy(() -> DetectionProbability.of(0.01, 600, 2, 1, 1000, 1))
                .hasMessageContaining("below 1");
    }

    @Test
    void vesiclesAreGradedByTheirParticlesPerProtein() {
        assertThat(ParticlePurity.of("a", 4e11, 10, Double.NaN, 0, 0).purity()).isEqualTo(ParticlePurity.Purity.HIGH);
        ParticlePurity low = ParticlePurity.of("b", 1e11, 10, 8e10, 2e9, 90);
        assertThat(low.purity()).isEqualTo(ParticlePurity.Purity.LOW);
        assertThat(low.percentIntact()).isEqualTo(80);
        assertThat(low.within()).isFalse();
        assertThat(ParticlePurity.of("c", 1e10, 10, Double.NaN, 0, 80).within()).isFalse();
        assertThatThrownBy(() -> ParticlePurity.of("d", 1e10, 10, 2e10, 0, 0)).hasMessageContaining("intact");
    }
}
