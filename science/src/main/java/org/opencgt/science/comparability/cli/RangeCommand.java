package org.opencgt.science.comparability.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.comparability.Group;
import org.opencgt.science.comparability.QualityRange;
import org.opencgt.science.comparability.report.RangeReport;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare range}. */
@Command(name = "range")
final class RangeCommand extends Analysis {

    @Mixin
    GroupOptions groupOptions = new GroupOptions();

    @Option(names = "--k", paramLabel = "K")
    double k = 3;

    @Option(names = "--least", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double least;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = groupOptions.table();
        @Nullable Group[] groups = groupOptions.groups(table);
        double[] test = groupOptions.values(table, groups, Group.TEST, row -> true);
        double[] reference = groupOptions.values(table, groups, Group.REFERENCE, row -> true);
        QualityRange result = QualityRange.of(test, reference, k);
        return Finding.of(result).unmet(unmet(result)).reported(new RangeReport(result, test, reference));
    }

    private List<Fault> unmet(QualityRange result) {
        if (least == null || (result.nTest() > 0 && result.insidePercent() >= 100 * least * (1 - 1e-12))) {
            return List.of();
        }
        return List.of(Fault.of(CompareCriterion.TOO_FEW_INSIDE)
                .with("inside", result.inside())
                .with("n", result.nTest())
                .with("least", 100 * least));
    }
}
