package org.opencgt.science.comparability.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.ProgressLine;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.comparability.DistributionComparison;
import org.opencgt.science.comparability.DistributionComparison.Observation;
import org.opencgt.science.comparability.Group;
import org.opencgt.science.comparability.report.DistributionReport;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare distribution}. */
@Command(name = "distribution")
final class DistributionCommand extends Analysis {

    @Mixin
    GroupOptions groupOptions = new GroupOptions();

    @Option(names = "--lot", paramLabel = "COLUMN")
    @Nullable
    String lot;

    @Option(names = "--count", paramLabel = "COLUMN")
    @Nullable
    String count;

    @Mixin
    ResamplingOptions resampling = new ResamplingOptions();

    @Override
    protected Finding find(Surroundings surroundings) {
        List<Observation> observations = observations(groupOptions.table());
        try (ProgressLine progress = ProgressLine.start(surroundings, "distribution", 2L * resampling.permutations)) {
            DistributionComparison result = DistributionComparison.of(
                    observations, resampling.permutations, resampling.random.replicates(), progress);
            return Finding.of(result).reported(new DistributionReport(result, observations));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<Observation> observations(Table table) {
        @Nullable Group[] groups = groupOptions.groups(table);
        NumberColumn values = table.numbers(groupOptions.value);
        TextColumn lots = lot == null ? null : table.text(lot);
        NumberColumn counts = count == null ? null : table.numbers(count);
        List<Observation> observations = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            Group group = groups[row];
            if (group == null || values.isMissing(row) || (counts != null && counts.isMissing(row))) {
                continue;
            }
            String unit = lots == null ? "" : lots.get(row);
            observations.add(new Observation(
                    group, unit == null ? "" : unit, values.get(row), counts == null ? 1 : counts.get(row)));
        }
        return observations;
    }
}
