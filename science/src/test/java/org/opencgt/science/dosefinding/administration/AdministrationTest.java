package org.opencgt.science.dosefinding.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencgt.science.BadInput;
import org.opencgt.science.cells.CountedCells;
import org.opencgt.science.dosefinding.administration.ActualDose.Range;
import org.opencgt.science.dosefinding.administration.StaggeredPlan.Infusion;

class AdministrationTest {

    @Test
    void aDoseCountsViablePositiveCellsPerKg() {
        CountedCells cells = CountedCells.ofTotal(4e8, 0.9, 0.35, 50);
        ActualDose dose = new ActualDose(cells, 70, Range.within(2e6, 0.2));

        assertThat(dose.dose()).isCloseTo(4e8 * 0.9 * 0.35 / 70, within(1e-6));
        assertThat(dose.percentOfTarget()).isCloseTo(90, within(1e-9));
        assertThat(dose.isWithin()).isTrue();
        assertThat(dose.range().lowest()).isCloseTo(1.6e6, within(1e-6));
        assertThat(dose.volumeForTargetMl()).isNaN();
    }

    @Test
    void theVolumeThatHoldsTheTargetIsGivenWhereThereIsEnough() {
        ActualDose dose = new ActualDose(CountedCells.ofTotal(8e8, 0.9, 0.35, 50), 70, Range.within(2e6, 0.2));

        assertThat(dose.isWithin()).isFalse();
        assertThat(dose.volumeForTargetMl()).isCloseTo(50 * 1.4e8 / (8e8 * 0.9 * 0.35), within(1e-9));
    }

    @Test
    void limitsAreWithin() {
        CountedCells cells = new CountedCells(1e6, 1, Double.NaN);

        assertThat(new ActualDose(cells, 1, new Range(Double.NaN, 1e6, 2e6)).isWithin())
                .isTrue();
        assertThat(new ActualDose(cells, 1, new Range(Double.NaN, 0, 1e6)).isWithin())
                .isTrue();
        assertThat(new ActualDose(cells, 1, new Range(Double.NaN, 1.0001e6, 2e6)).isWithin())
                .isFalse();
    }

    @Test
    void aRangeHoldsItsTarget() {
        assertThatThrownBy(() -> new Range(3e6, 1e6, 2e6)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new Range(Double.NaN, 2e6, 1e6)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Range.within(2e6, 1.2)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Range.within(-1, 0.2)).isInstanceOf(BadInput.class);
    }

    /** √(170 × 70 / 3600). */
    @Test
    void bodySurfaceAreaByMosteller() {
        assertThat(BodySurfaceArea.mosteller(170, 70)).isCloseTo(1.818, within(5e-4));
        assertThatThrownBy(() -> BodySurfaceArea.mosteller(0, 70)).isInstanceOf(BadInput.class);
    }

    @Test
    void theSentinelIsFollowedByTheOthersAndTheCohortByTheNext() {
        List<Infusion> infusions = new StaggeredPlan(2, 3, 14, 7, 28, 2).infusions();

        assertThat(infusions).extracting(Infusion::infusion).containsExactly(0.0, 14.0, 21.0, 51.0, 65.0, 72.0);
        assertThat(infusions).extracting(Infusion::windowEnd).containsExactly(28.0, 42.0, 49.0, 79.0, 93.0, 100.0);
        assertThat(infusions).extracting(Infusion::decision).containsExactly(49.0, 49.0, 49.0, 100.0, 100.0, 100.0);
        assertThat(infusions).extracting(Infusion::sentinel).containsExactly(true, false, false, true, false, false);
    }

    @Test
    void aCohortOfOneHasNoWait() {
        assertThat(new StaggeredPlan(2, 1, 14, 7, 28, 0).infusions())
                .extracting(Infusion::infusion)
                .containsExactly(0.0, 28.0);
        assertThatThrownBy(() -> new StaggeredPlan(1, 3, -1, 0, 28, 0)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new StaggeredPlan(1, 0, 0, 0, 28, 0)).isInstanceOf(BadInput.class);
    }

    @Test
    void levelsThatTouchAreNotApart() {
        List<DoseLevels.Level> levels = new DoseLevels(
                        List.of(Range.within(1e6, 0.2), Range.within(3e6, 0.2), Range.within(4e6, 0.2)))
                .levels();

        assertThat(levels).extracting(DoseLevels.Level::overlaps).containsExactly(false, false, true);
        assertThat(levels.get(1).step()).isCloseTo(3, within(1e-12));
        assertThat(levels.get(1).room()).isCloseTo(2.4 / 1.2, within(1e-12));
        assertThat(levels.get(0).room()).isNaN();
        assertThat(new DoseLevels(List.of(new Range(1, 1, 2), new Range(3, 2, 4)))
                        .levels()
                        .get(1)
                        .overlaps())
                .isTrue();
        assertThatThrownBy(() -> new DoseLevels(List.of(Range.within(3e6, 0.2), Range.within(1e6, 0.2))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("level 2");
    }

    @Test
    void anOrderIsDoseTimesSizeUpToItsCaps() {
        assertThat(order(2e6, 70, List.of(1.0)).cells()).isCloseTo(1.4e8, within(1e-6));
        assertThat(order(2e6, 120, List.of(1.0)).cells()).isCloseTo(2e8, within(1e-6));
        assertThat(order(2e6, 120, List.of(1.0)).isCapped()).isTrue();
        assertThat(new OrderedDose(2e6, 90, Double.POSITIVE_INFINITY, 1.5e8, List.of(1.0)).cells())
                .isEqualTo(1.5e8);
    }

    @Test
    void fractionsAreWhole() {
        OrderedDose divided = order(2e6, 70, List.of(0.1, 0.3, 0.6));

        assertThat(divided.infusions()).hasSize(3);
        assertThat(divided.infusions().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(divided.cells(), within(1e-6));
        assertThatThrownBy(() -> order(2e6, 70, List.of(0.1, 0.3)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("0.4");
        assertThatThrownBy(() -> order(2e6, 70, List.of(1.0, 0.0))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> order(2e6, 70, List.of())).isInstanceOf(BadInput.class);
    }

    @Test
    void whatABasisNeedsMustBeKnown() {
        assertThat(DoseBasis.KG.size(70, Double.NaN, Double.NaN)).isEqualTo(70);
        assertThat(DoseBasis.M2.size(Double.NaN, Double.NaN, 1.8)).isEqualTo(1.8);
        assertThat(DoseBasis.M2.size(70, 170, Double.NaN)).isCloseTo(1.818, within(5e-4));
        assertThat(DoseBasis.TOTAL.size(Double.NaN, Double.NaN, Double.NaN)).isEqualTo(1);
        assertThatThrownBy(() -> DoseBasis.KG.size(Double.NaN, 170, 1.8))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Body weight");
        assertThatThrownBy(() -> DoseBasis.M2.size(70, Double.NaN, Double.NaN))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Height");
    }

    private static OrderedDose order(double dose, double size, List<Double> fractions) {
        return new OrderedDose(dose, size, 100, Double.POSITIVE_INFINITY, fractions);
    }
}
