package org.opencgt.science.comparability.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.comparability.ComparabilityFault;
import org.opencgt.science.comparability.Group;
import org.opencgt.science.comparability.Margin;
import org.opencgt.science.comparability.StudyPlan;
import org.opencgt.science.comparability.StudyPlan.Criterion;
import org.opencgt.science.comparability.StudyPlan.Data;
import org.opencgt.science.comparability.VarianceRule;
import org.opencgt.science.comparability.report.StudyReport;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare study}. */
@Command(name = "study")
final class StudyCommand extends Analysis {

    @Mixin
    GroupOptions groupOptions = new GroupOptions();

    @Option(names = "--attribute", paramLabel = "COLUMN")
    String attribute = "attribute";

    @Option(names = "--plan", paramLabel = "FILE", required = true)
    Path plan = Path.of("-");

    @Option(names = "--variance", paramLabel = "RULE")
    VarianceRule variance = VarianceRule.WELCH;

    @Option(names = "--alpha", paramLabel = "F")
    double alpha = 0.05;

    @Override
    protected Finding find(Surroundings surroundings) {
        StudyPlan study = plan(Csv.read(plan));
        Table table = groupOptions.table();
        @Nullable Group[] groups = groupOptions.groups(table);
        TextColumn attributes = table.text(attribute);
        Set<String> names = new LinkedHashSet<>();
        for (int row = 0; row < table.rows(); row++) {
            if (!attributes.isMissing(row)) {
                names.add(Objects.requireNonNull(attributes.get(row)));
            }
        }
        StudyPlan.Verdict verdict = study.judge(
                List.copyOf(names),
                name -> names.contains(name)
                        ? new Data(
                                groupOptions.values(table, groups, Group.TEST, row -> name.equals(attributes.get(row))),
                                groupOptions.values(
                                        table, groups, Group.REFERENCE, row -> name.equals(attributes.get(row))))
                        : null);
        List<Fault> unmet = verdict.attributes().stream()
                .filter(line -> !line.met())
                .map(line -> Fault.of(CompareCriterion.ATTRIBUTE_NOT_MET).with("attribute", line.attribute()))
                .toList();
        return Finding.of(verdict, StudyPlan.Line.class, verdict.attributes())
                .unmet(unmet)
                .reported(new StudyReport(verdict));
    }

    /** A row for each attribute: {@code attribute, method, lower, upper} or {@code k}, {@code least}. */
    private StudyPlan plan(Table table) {
        TextColumn names = table.text("attribute");
        TextColumn methods = table.text("method");
        NumberColumn lowers = numbers(table, "lower");
        NumberColumn uppers = numbers(table, "upper");
        NumberColumn factors = numbers(table, "k");
        NumberColumn least =
                table.has("least") ? table.fractions("least") : NumberColumn.of("least", missing(table.rows()));
        List<Criterion> criteria = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            String name = names.get(row);
            String method = methods.get(row);
            if (name == null || method == null) {
                throw table.at(row, name == null ? "attribute" : "method", CompareUsage.PLAN_CELL)
                        .asException();
            }
            try {
                criteria.add(
                        switch (method) {
                            case "difference" ->
                                new Criterion.Means(
                                        name,
                                        new Margin.Difference(
                                                needed(name, lowers.get(row)), needed(name, uppers.get(row))),
                                        variance,
                                        alpha);
                            case "ratio" ->
                                new Criterion.Means(
                                        name,
                                        new Margin.Ratio(needed(name, lowers.get(row)), needed(name, uppers.get(row))),
                                        variance,
                                        alpha);
                            case "sd" ->
                                new Criterion.Means(
                                        name, new Margin.ReferenceSds(needed(name, factors.get(row))), variance, alpha);
                            case "range" ->
                                new Criterion.Range(
                                        name,
                                        needed(name, factors.get(row)),
                                        least.isMissing(row) ? 1 : least.get(row));
                            default ->
                                throw Fault.of(ComparabilityFault.PLAN_METHOD_UNKNOWN)
                                        .with("method", method)
                                        .asException();
                        });
            } catch (BadInput refused) {
                throw Fault.of(ComparabilityFault.IN_ATTRIBUTE)
                        .with("attribute", name)
                        .with("fault", refused.fault())
                        .asException(refused);
            }
        }
        return new StudyPlan(criteria);
    }

    private static double needed(String attribute, double value) {
        if (Double.isNaN(value)) {
            throw Fault.of(ComparabilityFault.PLAN_MARGIN_MISSING)
                    .with("attribute", attribute)
                    .asException();
        }
        return value;
    }

    private static NumberColumn numbers(Table table, String column) {
        return table.has(column) ? table.numbers(column) : NumberColumn.of(column, missing(table.rows()));
    }

    private static double[] missing(int rows) {
        double[] values = new double[rows];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
