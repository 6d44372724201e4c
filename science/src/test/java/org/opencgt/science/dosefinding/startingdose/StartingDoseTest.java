package org.opencgt.science.dosefinding.startingdose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.science.BadInput;
import org.opencgt.science.Explanation;
import org.opencgt.science.Language;
import org.opencgt.science.TextKey;
import org.opencgt.science.dosefinding.startingdose.EffectiveCells.Benchmark;

class StartingDoseTest {

    /** The divisors of FDA 2005, Table 1, are Km ratios rounded to one decimal. */
    @ParameterizedTest
    @CsvSource({
        "MOUSE, 12.3",
        "HAMSTER, 7.4",
        "RAT, 6.2",
        "FERRET, 5.3",
        "GUINEA_PIG, 4.6",
        "RABBIT, 3.1",
        "DOG, 1.8",
        "MONKEY, 3.1",
        "MARMOSET, 6.2",
        "SQUIRREL_MONKEY, 5.3",
        "BABOON, 1.8",
        "MICRO_PIG, 1.4",
        "MINI_PIG, 1.1"
    })
    void theFactorOfEachSpeciesIsThatOfTheGuidance(Species species, double divisor) {
        assertThat(Species.HUMAN.km() / species.km()).isCloseTo(divisor, within(0.051));
    }

    @Test
    void anAnimalDoseIsScaledAndDivided() {
        StartingDose start =
                new BodySurfaceScaling(Species.MOUSE, 3.7e7, null, null, Species.HUMAN, 60, 10).startingDose();

        // 3.7e7 × 3 / 37 = 3e6 cells/kg, a tenth of which is 3e5.
        assertThat(start.perKg()).isCloseTo(3e5, within(1e-6));
        assertThat(start.cells()).isCloseTo(1.8e7, within(1e-4));
        assertThat(start.humanEquivalentPerKg()).isCloseTo(3e6, within(1e-5));
        assertThat(start.highlyUncertain()).isTrue();
        assertThat(start.steps()).hasSize(3);
        assertThat(start.steps().getFirst().value()).isCloseTo(3e6, within(1e-5));
        assertThat(start.steps().getFirst().text().text(Language.ENGLISH))
                .isEqualTo("Human equivalent dose per kg: 3.7e7 cells/kg × Km 3 / Km 37");
    }

    @Test
    void theExponentCanBeChosenAndTheRangeRunsOverThoseInUse() {
        StartingDose start =
                new BodySurfaceScaling(Species.MOUSE, 1e7, 0.02, 0.75, Species.HUMAN, 60, 1).startingDose();

        assertThat(start.perKg()).isCloseTo(1e7 * Math.pow(0.02 / 60, 0.25), within(1e-3));
        assertThat(start.lowestPerKg()).isCloseTo(1e7 * Math.pow(0.02 / 60, 0.33), within(1e-3));
        assertThat(start.highestPerKg()).isCloseTo(1e7, within(1e-3));
    }

    /** W(mouse)/W(human) = 1/3000, so the dose falls by 3000^(1 − b) / 3000^(1 − 0.67) from one exponent to another. */
    @Test
    void theDoseIsShownUnderOtherExponents() {
        StartingDose start = new BodySurfaceScaling(Species.MOUSE, 1e7, null, null, Species.HUMAN, 60, 10)
                .startingDose(List.of(0.5, 0.67, 1.0));

        assertThat(start.alternatives())
                .extracting(StartingDose.Alternative::exponent)
                .containsExactly(0.5, 0.67, 1.0);
        assertThat(start.alternatives().get(0).perKg()).isCloseTo(1e6 / Math.sqrt(3000), within(1e-6));
        assertThat(start.alternatives().get(2).perKg()).isCloseTo(1e6, within(1e-6));
        assertThat(start.lowestPerKg()).isEqualTo(start.alternatives().get(0).perKg());
        assertThat(start.highestPerKg()).isEqualTo(start.alternatives().get(2).perKg());
        assertThatThrownBy(() -> new BodySurfaceScaling(Species.MOUSE, 1e7, null, null, Species.HUMAN, 60, 10)
                        .startingDose(List.of(1.5)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Exponent");
    }

    @Test
    void aDoseCarriedOverFromAnotherIndicationIsNoticed() {
        Benchmark leukaemia = new Benchmark(2e6, 0.5, true, "ALL");

        assertThat(warnings(leukaemia, "all")).doesNotContain(StartingDoseReason.OTHER_INDICATION);
        assertThat(warnings(leukaemia, "lupus")).contains(StartingDoseReason.OTHER_INDICATION);
        assertThat(warnings(leukaemia, null)).contains(StartingDoseReason.INDICATION_UNKNOWN);
        assertThat(warnings(new Benchmark(2e6, 0.5, true, null), "ALL"))
                .contains(StartingDoseReason.INDICATION_UNKNOWN);
    }

    private static List<TextKey> warnings(Benchmark benchmark, @Nullable String indication) {
        return new EffectiveCells(List.of(benchmark), 1, 0.5, 1, 60, indication)
                .startingDose().warnings().stream().map(Explanation::code).toList();
    }

    @Test
    void scalingAlwaysWarnsThatCellsAreAlive() {
        StartingDose start = new BodySurfaceScaling(Species.RAT, 1e7, null, null, Species.CHILD, 20, 10).startingDose();

        assertThat(start.warnings().stream().map(warning -> warning.text(Language.ENGLISH)))
                .anyMatch(text -> text.contains("Living cells multiply"))
                .anyMatch(text -> text.contains("between rat and human"));
        assertThat(start.perKg()).isCloseTo(1e7 * 6 / 25 / 10, within(1e-6));
    }

    @Test
    void effectiveCellsCarryOverFromTheBenchmark() {
        StartingDose start = new EffectiveCells(
                        List.of(new Benchmark(2e6, 0.5, true, "ALL"), new Benchmark(1e6, 0.4, true, "ALL")),
                        0.8,
                        0.25,
                        2,
                        50,
                        "ALL")
                .startingDose();

        // The lower benchmark holds 4e5 effective cells per kg; 4e5 / (0.8 × 0.25) = 2e6, of which half.
        assertThat(start.perKg()).isCloseTo(1e6, within(1e-6));
        assertThat(start.highestPerKg()).isCloseTo(2.5e6, within(1e-6));
        assertThat(start.cells()).isCloseTo(5e7, within(1e-4));
        assertThat(start.warnings())
                .extracting(Explanation::code)
                .doesNotContain(StartingDoseReason.NO_CLINICAL_BENCHMARK);
    }

    @Test
    void withoutClinicalRecordsTheyWarn() {
        StartingDose start =
                new EffectiveCells(List.of(new Benchmark(2e6, 0.5, false, null)), 1, 0.5, 1, 60, null).startingDose();

        assertThat(start.warnings()).extracting(Explanation::code).contains(StartingDoseReason.NO_CLINICAL_BENCHMARK);
    }

    @Test
    void impossibleInputIsRefused() {
        assertThatThrownBy(() -> new BodySurfaceScaling(Species.MOUSE, 0, null, null, Species.HUMAN, 60, 10))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new BodySurfaceScaling(Species.CHILD, 1e6, null, null, Species.HUMAN, 60, 10))
                .hasMessageContaining("--species names the animal");
        assertThatThrownBy(() -> new BodySurfaceScaling(
                        Species.MOUSE, 1e6, null, null, Species.HUMAN, 60, Double.POSITIVE_INFINITY))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new BodySurfaceScaling(Species.MOUSE, 1e6, null, null, Species.DOG, 60, 10))
                .hasMessageContaining("not for dog");
        assertThatThrownBy(() -> new BodySurfaceScaling(Species.MOUSE, 1e6, null, null, Species.HUMAN, 60, 0.5))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new BodySurfaceScaling(Species.MOUSE, 1e6, null, 1.2, Species.HUMAN, 60, 10))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new EffectiveCells(List.of(), 1, 0.5, 1, 60, null))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new EffectiveCells(List.of(new Benchmark(1e6, 0.5, true, null)), 1, 0, 1, 60, null))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new Benchmark(1e6, 1.5, true, null)).isInstanceOf(BadInput.class);
    }
}
