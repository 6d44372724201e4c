package org.opencgt.science.cells;

import java.util.List;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The doublings of one passage, see {@link PopulationDoublings}. NaN where a number cannot be known; {@code flags} says why.
 *
 * @param doublings PD of this passage
 * @param cumulativePdl PDL at its end
 * @param doublingTimeH PDT in hours
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PassageDoublings(
        String passage,
        double seeded,
        double harvested,
        double hours,
        double doublings,
        double cumulativePdl,
        double doublingTimeH,
        List<PassageFlag> flags)
        implements Result {}
