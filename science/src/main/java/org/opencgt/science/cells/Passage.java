package org.opencgt.science.cells;

import org.opencgt.science.Check;

/**
 * One passage of a culture. Numbers that are present are positive; others are refused.
 *
 * @param name its name or number
 * @param seeded viable cells seeded; NaN if not counted
 * @param harvested viable cells harvested; NaN if not counted
 * @param hours from seeding to harvest; NaN if not known
 */
public record Passage(String name, double seeded, double harvested, double hours) {

    public Passage {
        positiveIfPresent(CellQuantity.SEEDED_CELLS, seeded);
        positiveIfPresent(CellQuantity.HARVESTED_CELLS, harvested);
        positiveIfPresent(CellQuantity.HOURS, hours);
    }

    private static void positiveIfPresent(CellQuantity quantity, double value) {
        if (!Double.isNaN(value)) {
            Check.positive(quantity, value);
        }
    }
}
