package org.opencgt.science.dosefinding.administration;

import java.util.ArrayList;
import java.util.List;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.administration.ActualDose.Range;

/**
 * The dose levels of a protocol with what may be given at each. Where the ranges of two levels overlap, one and the same product
 * could be given at either, and outcomes could not be told apart by level.
 *
 * @param ranges from the lowest level up, each with its target
 */
public record DoseLevels(List<Range> ranges) {

    public DoseLevels {
        ranges = List.copyOf(ranges);
        for (int level = 0; level < ranges.size(); level++) {
            Check.positive(AdministrationQuantity.TARGET_DOSE, ranges.get(level).target());
            if (level > 0 && ranges.get(level).target() <= ranges.get(level - 1).target()) {
                throw Fault.of(AdministrationFault.LEVELS_NOT_ASCENDING)
                        .with("level", level + 1)
                        .with("target", ranges.get(level).target())
                        .with("before", ranges.get(level - 1).target())
                        .asException();
            }
        }
    }

    /**
     * A level beside the one below it.
     *
     * @param number from 1
     * @param step target over that of the level below; NaN at the lowest
     * @param room lowest dose over the highest of the level below: above 1 if there is room between them; NaN at the lowest
     */
    public record Level(int number, Range range, double step, double room) {

        /** Whether a dose can belong to this level and to the one below. */
        public boolean overlaps() {
            return room <= 1;
        }
    }

    public List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        for (int level = 0; level < ranges.size(); level++) {
            Range here = ranges.get(level);
            Range below = level == 0 ? null : ranges.get(level - 1);
            levels.add(new Level(
                    level + 1,
                    here,
                    below == null ? Double.NaN : here.target() / below.target(),
                    below == null ? Double.NaN : here.lowest() / below.highest()));
        }
        return levels;
    }
}
