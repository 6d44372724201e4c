package org.opencgt.science.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.ModifiedZScores;
import org.opencgt.science.statistics.SampleSummary;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Cells through the steps of a process: what each step keeps of those before it, what is left of the first, and doublings.
 *
 * <pre>
 *   yield = 100 N_k/N_{k-1}   recovery = 100 N_k/N_1   doublings = log2(N_k/N_{k-1})
 * </pre>
 *
 * <p>A yield counts as outlying if its logarithm lies more than 3.5 robust standard deviations from the median of its step (Iglewicz
 * and Hoaglin 1993).
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StepYields(List<Summary> steps, List<Row> batches) implements Result {

    public StepYields {
        steps = List.copyOf(steps);
        batches = List.copyOf(batches);
    }

    /** Cells after a step of a batch. */
    public record Count(String batch, String step, double cells) {}

    /**
     * A step of a batch.
     *
     * @param yieldPercent NaN of the first step
     * @param robustZ NaN where a step has fewer than five batches
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Row(
            String batch,
            String step,
            double cells,
            double yieldPercent,
            double recoveryPercent,
            double doublings,
            double robustZ,
            boolean outlying)
            implements Result {}

    /** A step over all batches; yields by their geometric mean. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Summary(
            String step,
            int batches,
            double yieldPercent,
            double yieldCvPercent,
            double yieldMinPercent,
            double yieldMaxPercent,
            double recoveryPercent,
            double doublings,
            double sdDoublings)
            implements Result {}

    /**
     * Of counts, each batch's in the order of its steps.
     *
     * @throws BadInput if no batch has two steps or a count is not above zero
     */
    public static StepYields of(List<Count> counts) {
        Map<String, Double> first = new LinkedHashMap<>();
        Map<String, Double> before = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Count count : counts) {
            if (!(count.cells() > 0) || Double.isInfinite(count.cells())) {
                throw Fault.of(ProcessFault.CELLS_NOT_POSITIVE)
                        .with("batch", count.batch())
                        .with("step", count.step())
                        .with("cells", count.cells())
                        .asException();
            }
            double start = first.computeIfAbsent(count.batch(), unseen -> count.cells());
            Double previous = before.put(count.batch(), count.cells());
            double ratio = previous == null ? Double.NaN : count.cells() / previous;
            rows.add(new Row(
                    count.batch(),
                    count.step(),
                    count.cells(),
                    100 * ratio,
                    100 * count.cells() / start,
                    Math.log(ratio) / Math.log(2),
                    Double.NaN,
                    false));
        }
        if (rows.stream().allMatch(row -> Double.isNaN(row.yieldPercent()))) {
            throw Fault.of(ProcessFault.ONE_STEP).asException();
        }
        Map<String, List<Integer>> steps = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            steps.computeIfAbsent(rows.get(i).step(), unseen -> new ArrayList<>())
                    .add(i);
        }
        List<Summary> summaries = new ArrayList<>();
        steps.forEach((step, places) -> {
            List<Row> own = places.stream().map(rows::get).toList();
            double[] doublings = own.stream().mapToDouble(Row::doublings).toArray();
            double[] z = ModifiedZScores.of(doublings);
            for (int i = 0; i < z.length; i++) {
                Row row = own.get(i);
                rows.set(
                        places.get(i),
                        new Row(
                                row.batch(),
                                row.step(),
                                row.cells(),
                                row.yieldPercent(),
                                row.recoveryPercent(),
                                row.doublings(),
                                z[i],
                                Math.abs(z[i]) > ModifiedZScores.OUTLYING));
            }
            SampleSummary yields =
                    SampleSummary.of(own.stream().mapToDouble(Row::yieldPercent).toArray());
            SampleSummary doubled = SampleSummary.of(doublings);
            summaries.add(new Summary(
                    step,
                    own.size(),
                    yields.geometricMean(),
                    yields.geometricCvPercent(),
                    yields.min(),
                    yields.max(),
                    SampleSummary.of(own.stream()
                                    .mapToDouble(Row::recoveryPercent)
                                    .toArray())
                            .geometricMean(),
                    doubled.mean(),
                    doubled.sd()));
        });
        return new StepYields(summaries, rows);
    }
}
