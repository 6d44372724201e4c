package org.opencgt.science.cells;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.opencgt.science.Check;

/**
 * How often a population of cells has doubled. With N<sub>0</sub> viable cells seeded and N<sub>1</sub> viable cells
 * harvested after t hours,
 *
 * <pre>
 *   doublings        PD  = log2(N1 / N0)
 *   doubling time    PDT = t / PD = t ln 2 / ln(N1 / N0)
 *   doubling level   PDL = PDL at origin + sum of PD over all passages since
 * </pre>
 *
 * <p>PD counts the net gain of viable cells: cells that do not attach, or die, lower it.
 *
 * @see <a href="https://doi.org/10.1073/pnas.95.18.10614">Cristofalo VJ et al. Relationship between donor age and the
 *     replicative lifespan of human cells in culture. PNAS 1998;95:10614-9</a>
 */
public final class PopulationDoublings {

    private PopulationDoublings() {}

    /**
     * PD; negative where cells were lost.
     *
     * @throws org.opencgt.science.BadInput unless both counts are positive
     */
    public static double doublings(double seeded, double harvested) {
        Check.positive(CellQuantity.SEEDED_CELLS, seeded);
        Check.positive(CellQuantity.HARVESTED_CELLS, harvested);
        double ratio = harvested / seeded;
        // Exact for powers of two, which Math.log(ratio) / Math.log(2) is not.
        int exponent = Math.getExponent(ratio);
        return exponent + Math.log(Math.scalb(ratio, -exponent)) / Math.log(2);
    }

    /**
     * PDT in hours; NaN where the population did not grow, as it then has none.
     *
     * @throws org.opencgt.science.BadInput unless the counts and the time are positive
     */
    public static double doublingTime(double seeded, double harvested, double hours) {
        Check.positive(CellQuantity.HOURS, hours);
        double doublings = doublings(seeded, harvested);
        return doublings > 0 ? hours / doublings : Double.NaN;
    }

    /**
     * PD, PDT and PDL passage by passage. From a passage without counts on, PDL is unknown (NaN).
     *
     * @param passages in order of culture
     * @param initialPdl the level at which the first passage was seeded
     * @throws org.opencgt.science.BadInput if the initial level is negative
     */
    public static List<PassageDoublings> along(List<Passage> passages, double initialPdl) {
        double level = Check.notNegative(CellQuantity.INITIAL_PDL, initialPdl);
        List<PassageDoublings> along = new ArrayList<>(passages.size());
        for (Passage passage : passages) {
            PassageDoublings next = next(passage, level);
            along.add(next);
            level = next.cumulativePdl();
        }
        return List.copyOf(along);
    }

    /** What one passage adds to a level, which is NaN where it is unknown. */
    private static PassageDoublings next(Passage passage, double level) {
        boolean counted = !Double.isNaN(passage.seeded()) && !Double.isNaN(passage.harvested());
        boolean timed = !Double.isNaN(passage.hours());
        double doublings = counted ? doublings(passage.seeded(), passage.harvested()) : Double.NaN;
        double time =
                counted && timed ? doublingTime(passage.seeded(), passage.harvested(), passage.hours()) : Double.NaN;
        Set<PassageFlag> flags = EnumSet.noneOf(PassageFlag.class);
        if (!counted) {
            flags.add(PassageFlag.MISSING_COUNT);
        }
        if (!timed) {
            flags.add(PassageFlag.MISSING_TIME);
        }
        if (doublings <= 0) {
            flags.add(PassageFlag.NO_GROWTH);
        }
        return new PassageDoublings(
                passage.name(),
                passage.seeded(),
                passage.harvested(),
                passage.hours(),
                doublings,
                level + doublings,
                time,
                List.copyOf(flags));
    }
}
