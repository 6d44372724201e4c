package org.opencgt.science.cells;

import org.opencgt.science.Check;

/**
 * The cells of a dose or batch as counted.
 *
 * @param viableCells number of viable cells
 * @param transducedFraction the fraction of the viable cells that carries the transgene, 0 to 1
 * @param volumeMl the volume that holds them; NaN if it does not matter
 */
public record CountedCells(double viableCells, double transducedFraction, double volumeMl) {

    public CountedCells {
        Check.notNegative(CellQuantity.VIABLE_CELLS, viableCells);
        Check.fraction(CellQuantity.TRANSDUCED_FRACTION, transducedFraction);
        if (!Double.isNaN(volumeMl)) {
            Check.positive(CellQuantity.VOLUME, volumeMl);
        }
    }

    /**
     * The cells of a suspension: viable cells = concentration of all nucleated cells × volume × viability.
     *
     * @param cellsPerMl nucleated cells, living and dead, per mL
     * @param viability the fraction of them that lives, 0 to 1
     */
    public static CountedCells ofSuspension(
            double cellsPerMl, double viability, double volumeMl, double transducedFraction) {
        Check.notNegative(CellQuantity.CONCENTRATION, cellsPerMl);
        Check.fraction(CellQuantity.VIABILITY, viability);
        Check.positive(CellQuantity.VOLUME, volumeMl);
        return new CountedCells(cellsPerMl * volumeMl * viability, transducedFraction, volumeMl);
    }

    /**
     * The cells of a product whose total was counted: viable cells = all nucleated cells × viability.
     *
     * @param totalCells nucleated cells, living and dead
     * @param viability the fraction of them that lives, 0 to 1
     * @param volumeMl NaN if it does not matter
     */
    public static CountedCells ofTotal(
            double totalCells, double viability, double transducedFraction, double volumeMl) {
        Check.notNegative(CellQuantity.TOTAL_CELLS, totalCells);
        Check.fraction(CellQuantity.VIABILITY, viability);
        return new CountedCells(totalCells * viability, transducedFraction, volumeMl);
    }

    /** Viable cells that carry the transgene. */
    public double positiveCells() {
        return viableCells * transducedFraction;
    }

    /**
     * The strength of these cells as a dose: viable transgene-positive cells per kg of body weight, the unit in which labels of
     * CAR-T products give doses (for example 2 × 10<sup>6</sup> CAR-positive viable T cells per kg, at most
     * 2 × 10<sup>8</sup>; US prescribing information of axicabtagene ciloleucel, section 2).
     *
     * @throws org.opencgt.science.BadInput unless the weight is positive
     */
    public double positiveCellsPerKg(double weightKg) {
        return positiveCells() / Check.positive(CellQuantity.BODY_WEIGHT, weightKg);
    }

    /**
     * The volume that holds {@code targetCells} viable transgene-positive cells: volume × target / positive cells. NaN where
     * the cells do not suffice or the volume is not known.
     *
     * @throws org.opencgt.science.BadInput unless the target is positive
     */
    public double volumeHolding(double targetCells) {
        return suffice(targetCells) ? volumeMl * targetCells / positiveCells() : Double.NaN;
    }

    /**
     * Whether there are {@code targetCells} viable transgene-positive cells.
     *
     * @throws org.opencgt.science.BadInput unless the target is positive
     */
    public boolean suffice(double targetCells) {
        return positiveCells() >= Check.positive(CellQuantity.TARGET_CELLS, targetCells);
    }
}
