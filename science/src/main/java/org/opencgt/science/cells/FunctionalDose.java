package org.opencgt.science.cells;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Check;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The cells of a dose that can act: viable CD3+CAR+ cells = all nucleated cells × viability × CD3+ of the viable × CAR+ of the CD3+,
 * and of them the functional ones, where a test of function gives their fraction.
 *
 * @param functionalCells NaN where no test of function is given
 * @param within whether the viable CD3+CAR+ cells per kg lie in the range given; null if none is
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FunctionalDose(
        String subject,
        double totalCells,
        double viableCells,
        @JsonProperty("viable_cd3_cells") double viableCd3Cells,
        @JsonProperty("viable_cd3_car_cells") double viableCd3CarCells,
        double functionalCells,
        double weightKg,
        @JsonProperty("viable_cd3_car_cells_per_kg") double viableCd3CarCellsPerKg,
        double functionalCellsPerKg,
        @Nullable Boolean within)
        implements Result {

    /** Fractions of the cells, 0 to 1. */
    public record Fractions(double viability, double cd3, double car, double functional) {
        /** @param functional NaN where no test of function is given */
        public Fractions {
            Check.fraction(CellQuantity.VIABILITY, viability);
            Check.fraction(CellQuantity.CD3_FRACTION, cd3);
            Check.fraction(CellQuantity.CAR_FRACTION, car);
            if (!Double.isNaN(functional)) {
                Check.fraction(CellQuantity.FUNCTIONAL_FRACTION, functional);
            }
        }
    }

    /**
     * Of a dose.
     *
     * @param totalCells nucleated cells, living and dead
     * @param least per kg; NaN if there is no lower end
     * @param most per kg; NaN if there is no upper end
     */
    public static FunctionalDose of(
            String subject, double totalCells, Fractions fractions, double weightKg, double least, double most) {
        Check.notNegative(CellQuantity.TOTAL_CELLS, totalCells);
        Check.positive(CellQuantity.BODY_WEIGHT, weightKg);
        double viable = totalCells * fractions.viability;
        double cd3 = viable * fractions.cd3;
        double car = cd3 * fractions.car;
        double functional = car * fractions.functional;
        double perKg = car / weightKg;
        boolean ranged = !Double.isNaN(least) || !Double.isNaN(most);
        return new FunctionalDose(
                subject,
                totalCells,
                viable,
                cd3,
                car,
                functional,
                weightKg,
                perKg,
                functional / weightKg,
                ranged ? !(perKg < least) && !(perKg > most) : null);
    }
}
