package org.opencgt.science.comparability.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.comparability.Equivalence;
import org.opencgt.science.comparability.Group;
import org.opencgt.science.comparability.VarianceRule;
import org.opencgt.science.comparability.report.EquivalenceReport;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare tost}. */
@Command(name = "tost")
final class TostCommand extends Analysis {

    @Mixin
    GroupOptions groupOptions = new GroupOptions();

    @Mixin
    MarginOptions marginOptions = new MarginOptions();

    @Option(names = "--variance", paramLabel = "RULE")
    VarianceRule variance = VarianceRule.WELCH;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = groupOptions.table();
        @Nullable Group[] groups = groupOptions.groups(table);
        double[] test = groupOptions.values(table, groups, Group.TEST, row -> true);
        double[] reference = groupOptions.values(table, groups, Group.REFERENCE, row -> true);
        Equivalence result = Equivalence.of(test, reference, marginOptions.margin(), variance, marginOptions.alpha);
        return Finding.of(result)
                .unmet(unmet(result.equivalent(), result.pTost(), result.alpha()))
                .reported(new EquivalenceReport(result, test, reference));
    }

    static List<Fault> unmet(boolean equivalent, double p, double alpha) {
        return equivalent
                ? List.of()
                : List.of(Fault.of(CompareCriterion.NOT_EQUIVALENT).with("p", p).with("alpha", alpha));
    }
}
