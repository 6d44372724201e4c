package org.opencgt.science.dosefinding.cli;

import org.opencgt.science.Result;
import org.opencgt.science.dosefinding.administration.DoseLevels.Level;

/**
 * One row of {@code dose levels}; see {@link Level}.
 *
 * @param step NaN at the lowest level
 * @param room NaN at the lowest level
 * @param overlaps whether a dose can belong to this level and to the one below
 */
record DoseLevel(int level, double target, double lowest, double highest, double step, double room, boolean overlaps)
        implements Result {

    static DoseLevel of(Level level) {
        return new DoseLevel(
                level.number(),
                level.range().target(),
                level.range().lowest(),
                level.range().highest(),
                level.step(),
                level.room(),
                level.overlaps());
    }
}
