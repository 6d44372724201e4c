package org.opencgt.science.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CountedCellsTest {

    /** 1e7 cells/mL × 68 mL × 90 % alive = 6.12e8 viable; 40 % positive = 2.448e8; over 72 kg = 3.4e6 per kg. */
    @Test
    void theDoseIsViablePositiveCellsPerKilogram() {
        CountedCells cells = CountedCells.ofSuspension(1e7, 0.9, 68, 0.4);

        assertThat(cells.viableCells()).isCloseTo(6.12e8, within(1e-3));
        assertThat(cells.positiveCells()).isCloseTo(2.448e8, within(1e-3));
        assertThat(cells.positiveCellsPerKg(72)).isCloseTo(3.4e6, within(1e-6));
    }

    /** 2e6 per kg × 72 kg = 1.44e8 of 2.448e8 cells in 68 mL: 40 mL. */
    @Test
    void theVolumeToGiveHoldsTheTarget() {
        CountedCells cells = CountedCells.ofSuspension(1e7, 0.9, 68, 0.4);

        double target = new DoseTarget(2e6, 2e8).cellsFor(72);

        assertThat(target).isEqualTo(1.44e8);
        assertThat(cells.suffice(target)).isTrue();
        assertThat(cells.volumeHolding(target)).isCloseTo(40, within(1e-12));
    }

    @Test
    void aHeavyPersonGetsTheMaximum() {
        assertThat(new DoseTarget(2e6, 2e8).cellsFor(120)).isEqualTo(2e8);
        assertThat(new DoseTarget(2e6, Double.POSITIVE_INFINITY).cellsFor(120)).isEqualTo(2.4e8);
    }

    @Test
    void thereIsNoVolumeWhereTheCellsDoNotSufficeOrItIsNotKnown() {
        assertThat(new CountedCells(1e8, 0.5, 20).volumeHolding(6e7)).isNaN();
        assertThat(new CountedCells(1e8, 0.5, Double.NaN).volumeHolding(4e7)).isNaN();
        assertThat(new CountedCells(0, 0.5, 20).suffice(1)).isFalse();
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatThrownBy(() -> new CountedCells(-1, 0.5, 20)).hasMessageContaining("Viable cells");
        assertThatThrownBy(() -> new CountedCells(1e8, 35, 20))
                .hasMessageContaining("Transduced fraction must be a fraction from 0 to 1, not 35");
        assertThatThrownBy(() -> new CountedCells(1e8, 0.5, 0)).hasMessageContaining("Volume");
        assertThatThrownBy(() -> CountedCells.ofSuspension(1e7, Double.NaN, 20, 0.4))
                .hasMessageContaining("Viability");
        assertThatThrownBy(() -> new CountedCells(1e8, 0.5, 20).positiveCellsPerKg(0))
                .hasMessageContaining("Body weight");
        assertThatThrownBy(() -> new CountedCells(1e8, 0.5, 20).suffice(0)).hasMessageContaining("Target number");
        assertThatThrownBy(() -> new DoseTarget(0, 1)).hasMessageContaining("Target dose per kg");
        assertThatThrownBy(() -> new DoseTarget(1, 0)).hasMessageContaining("Maximum number of cells");
    }
}
