package org.opencgt.science.stability.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.stability.ShelfLifePlan;
import org.opencgt.science.stability.Specification;
import org.opencgt.science.stability.StabilityData;
import org.opencgt.science.stability.Transformation;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Option;

/** The options of commands that read a shelf life from results over time; a mixin. */
final class ResultOptions {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--time", paramLabel = "COLUMN")
    String time = "Month";

    @Option(names = "--value", paramLabel = "COLUMN")
    String value = "Assay";

    @Option(names = "--batch", paramLabel = "COLUMN")
    String batch = "Batch";

    @Option(names = "--condition", paramLabel = "COLUMN")
    @Nullable
    String condition;

    @Option(names = "--long-term", paramLabel = "TEXT")
    @Nullable
    String longTerm;

    @Option(names = "--limit", paramLabel = "X", split = ",", required = true)
    List<Double> limits = List.of();

    @Option(names = "--side", paramLabel = "SIDE")
    Specification.Side side = Specification.Side.LOWER;

    @Option(names = "--interval", paramLabel = "SIDES")
    ShelfLifePlan.Interval interval = ShelfLifePlan.Interval.ONE_SIDED;

    @Option(names = "--confidence", paramLabel = "F")
    double confidence = 0.95;

    @Option(names = "--poolability", paramLabel = "F")
    double poolability = 0.25;

    @Option(names = "--transform-time", paramLabel = "SCALE")
    Transformation timeScale = Transformation.NONE;

    @Option(names = "--time-shift", paramLabel = "T")
    double timeShift;

    @Option(names = "--transform-value", paramLabel = "SCALE")
    Transformation valueScale = Transformation.NONE;

    ShelfLifePlan plan() {
        return new ShelfLifePlan(
                Specification.of(limits, side), interval, confidence, poolability, timeScale, timeShift, valueScale);
    }

    /**
     * What was read.
     *
     * @param others the results of other conditions, by condition
     */
    record Read(StabilityData data, Map<String, StabilityData> others) {}

    /** The data of long-term storage apart from those of other conditions. */
    Read read() {
        Table table = Csv.read(input);
        NumberColumn times = table.numbers(time);
        NumberColumn values = table.numbers(value);
        boolean unnamed = batch.equals("Batch") && !table.has(batch);
        TextColumn names = unnamed ? null : table.text(batch);
        TextColumn conditions = condition == null ? null : table.text(condition);
        if ((condition == null) != (longTerm == null)) {
            throw Fault.of(StabilityCommandFault.CONDITION_WITHOUT_LONG_TERM).asException();
        }
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        rows.put(longTerm == null ? "" : longTerm, new ArrayList<>());
        for (int row = 0; row < table.rows(); row++) {
            String held = conditions == null ? "" : conditions.get(row);
            if (held != null) {
                rows.computeIfAbsent(held, unseen -> new ArrayList<>()).add(row);
            }
        }
        Map<String, StabilityData> data = new LinkedHashMap<>();
        rows.forEach((held, indices) -> {
            List<@Nullable String> batches = new ArrayList<>();
            indices.forEach(row -> batches.add(names == null ? "1" : names.get(row)));
            data.put(
                    held,
                    StabilityData.of(
                            batches,
                            indices.stream().mapToDouble(times::get).toArray(),
                            indices.stream().mapToDouble(values::get).toArray()));
        });
        StabilityData own = data.remove(longTerm == null ? "" : longTerm);
        return new Read(Objects.requireNonNull(own), data);
    }
}
