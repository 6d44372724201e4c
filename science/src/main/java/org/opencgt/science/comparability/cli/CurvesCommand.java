package org.opencgt.science.comparability.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.ProgressLine;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.comparability.CurveComparison;
import org.opencgt.science.comparability.CurveComparison.Batch;
import org.opencgt.science.comparability.Group;
import org.opencgt.science.comparability.report.CurvesReport;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare curves}. */
@Command(name = "curves")
final class CurvesCommand extends Analysis {

    @Mixin
    GroupOptions groupOptions = new GroupOptions();

    @Option(names = "--batch", paramLabel = "COLUMN")
    String batch = "batch";

    @Option(names = "--time", paramLabel = "COLUMN")
    String time = "time";

    @Mixin
    ResamplingOptions resampling = new ResamplingOptions();

    @Override
    protected Finding find(Surroundings surroundings) {
        List<Batch> batches = batches(groupOptions.table());
        try (ProgressLine progress = ProgressLine.start(surroundings, "curves", 2L * resampling.permutations)) {
            CurveComparison result =
                    CurveComparison.of(batches, resampling.permutations, resampling.random.replicates(), progress);
            return Finding.of(result, CurveComparison.Point.class, result.points())
                    .reported(new CurvesReport(result, batches));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<Batch> batches(Table table) {
        @Nullable Group[] groups = groupOptions.groups(table);
        TextColumn names = table.text(batch);
        NumberColumn times = table.numbers(time);
        NumberColumn values = table.numbers(groupOptions.value);
        Map<Group, Map<String, TreeMap<Double, Double>>> curves = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            Group group = groups[row];
            String name = names.get(row);
            if (group == null || name == null || times.isMissing(row) || values.isMissing(row)) {
                continue;
            }
            Double before = curves.computeIfAbsent(group, unseen -> new LinkedHashMap<>())
                    .computeIfAbsent(name, unseen -> new TreeMap<>())
                    .put(times.get(row), values.get(row));
            if (before != null) {
                throw table.at(row, time, CompareUsage.TWO_VALUES_AT_ONE_TIME).asException();
            }
        }
        List<Batch> batches = new ArrayList<>();
        curves.forEach((group, own) -> own.forEach((name, curve) -> batches.add(new Batch(
                group,
                name,
                curve.keySet().stream().mapToDouble(at -> at).toArray(),
                curve.values().stream().mapToDouble(value -> value).toArray()))));
        return batches;
    }
}
