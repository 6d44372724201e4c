package org.opencgt.science.cells;

import org.opencgt.science.Check;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How many unwanted cells or beads a dose may hold at most, from the fraction found or, where none was found, the detection limit of the
 * assay: most = dose × fraction.
 *
 * @param fraction found; zero where none was
 * @param detectionLimit as a fraction of the cells
 * @param mostInDose dose × the greater of fraction and detection limit
 * @param neededDetectionLimit the detection limit with which a dose can be shown to hold no more than allowed
 * @param sensitive whether the assay is that sensitive
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ResidualCells(
        String residual,
        double doseCells,
        double fraction,
        double detectionLimit,
        double mostInDose,
        double allowed,
        double neededDetectionLimit,
        boolean sensitive,
        boolean within)
        implements Result {

    /**
     * Of a dose.
     *
     * @param fraction of the cells; NaN where none was found
     * @param allowed in a dose; for a limit per kg times the body weight
     */
    public static ResidualCells of(
            String residual, double doseCells, double fraction, double detectionLimit, double allowed) {
        Check.positive(CellQuantity.DOSE_CELLS, doseCells);
        Check.fraction(CellQuantity.DETECTION_LIMIT, detectionLimit);
        Check.positive(CellQuantity.RESIDUAL_LIMIT, allowed);
        double found = Double.isNaN(fraction) ? 0 : Check.fraction(CellQuantity.RESIDUAL_CONCENTRATION, fraction);
        double most = doseCells * Math.max(found, detectionLimit);
        return new ResidualCells(
                residual,
                doseCells,
                found,
                detectionLimit,
                most,
                allowed,
                Math.min(1, allowed / doseCells),
                doseCells * detectionLimit <= allowed,
                most <= allowed);
    }
}
