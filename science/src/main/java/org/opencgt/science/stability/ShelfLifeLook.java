package org.opencgt.science.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The shelf life as it was known at a time, from the results up to then. Batches with results at one time only wait for the next.
 *
 * @param model null while there are too few results
 * @param shelfLife NaN while there are too few results
 * @param worstBatch empty while there are too few results
 * @param change of the shelf life since the look before; NaN at the first
 * @param claimBorne whether the shelf life reaches the one claimed; null if none was or nothing is known yet
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ShelfLifeLook(
        double time,
        int n,
        int batches,
        @Nullable ModelKind model,
        double shelfLife,
        double change,
        String worstBatch,
        @Nullable Boolean claimBorne)
        implements Result {

    /**
     * A look at each time of testing.
     *
     * @param claim the shelf life claimed; NaN if none is
     * @throws BadInput if even all results are too few
     */
    public static List<ShelfLifeLook> along(StabilityData data, ShelfLifePlan plan, double claim) {
        List<ShelfLifeLook> looks = new ArrayList<>();
        double before = Double.NaN;
        for (double time : data.distinctTimes()) {
            StabilityData known = data.until(time);
            List<StabilityData.Batch> lines = known.batches().stream()
                    .filter(batch -> Arrays.stream(batch.times()).distinct().count() > 1)
                    .toList();
            int n = lines.stream().mapToInt(StabilityData.Batch::n).sum();
            if (lines.isEmpty() || n <= 2 * lines.size()) {
                looks.add(new ShelfLifeLook(time, known.n(), lines.size(), null, Double.NaN, Double.NaN, "", null));
                continue;
            }
            ShelfLife found = ShelfLife.of(new StabilityData(lines, known.missing()), plan);
            looks.add(new ShelfLifeLook(
                    time,
                    n,
                    lines.size(),
                    found.model(),
                    found.shelfLife(),
                    change(before, found.shelfLife()),
                    found.worstBatch(),
                    Double.isNaN(claim) ? null : found.shelfLife() >= claim));
            before = found.shelfLife();
        }
        if (Double.isNaN(before)) {
            throw Fault.of(StabilityFault.TOO_FEW_RESULTS)
                    .with("n", data.n())
                    .with("parameters", 2 * data.batches().size())
                    .asException();
        }
        return looks;
    }

    private static double change(double before, double now) {
        return before == now ? 0 : now - before;
    }
}
