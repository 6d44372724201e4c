package org.opencgt.science.cells;

import org.opencgt.science.Check;

/**
 * A target in cells per kg of body weight with an upper limit in cells, as labels state it.
 *
 * @param cellsPerKg the target
 * @param maximumCells never more than this; infinite if the label has no such limit
 */
public record DoseTarget(double cellsPerKg, double maximumCells) {

    public DoseTarget {
        Check.positive(CellQuantity.TARGET_PER_KG, cellsPerKg);
        if (maximumCells != Double.POSITIVE_INFINITY) {
            Check.positive(CellQuantity.MAXIMUM_CELLS, maximumCells);
        }
    }

    /**
     * The cells to give to a person: the lesser of target × weight and the maximum.
     *
     * @throws org.opencgt.science.BadInput unless the weight is positive
     */
    public double cellsFor(double weightKg) {
        return Math.min(cellsPerKg * Check.positive(CellQuantity.BODY_WEIGHT, weightKg), maximumCells);
    }
}
