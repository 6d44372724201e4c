package org.opencgt.science.cells.cli;

import org.jspecify.annotations.Nullable;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One row of {@code cells dose}; see {@link org.opencgt.science.cells.CountedCells}.
 *
 * @param targetCells NaN if no target was given
 * @param enough whether the cells suffice for the target; null if no target was given or it cannot be known
 * @param volumeToGiveMl the volume that holds the target; NaN if the cells do not suffice or the volume is not known
 * @param withinRange whether all cells together, per kg, lie in the range that was given; null if none was
 */
@JsonNaming(SnakeCaseStrategy.class)
record DoseLine(
        String subject,
        double viableCells,
        double positiveCells,
        double weightKg,
        double positiveCellsPerKg,
        double targetCells,
        @Nullable Boolean enough,
        double volumeToGiveMl,
        @Nullable Boolean withinRange)
        implements Result {}
