package org.opencgt.science.comparability.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.comparability.EquivalencePower;
import org.opencgt.science.comparability.EquivalencePower.Assumed;
import org.opencgt.science.comparability.Margin;
import org.opencgt.science.comparability.report.PowerReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare power}. */
@Command(name = "power")
final class PowerCommand extends Analysis {

    @Mixin
    MarginOptions marginOptions = new MarginOptions();

    @Option(names = "--sd", paramLabel = "X")
    @Nullable
    Double sd;

    @Option(names = "--cv", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double cv;

    @Option(names = "--difference", paramLabel = "X")
    @Nullable
    Double difference;

    @Option(names = "--lots-test", paramLabel = "N", split = ",")
    List<Integer> tests = List.of();

    @Option(names = "--lots-reference", paramLabel = "N")
    @Nullable
    Integer references;

    @Option(names = "--power", paramLabel = "F", converter = FractionConverter.class)
    double power = 0.8;

    @Override
    protected Finding find(Surroundings surroundings) {
        Assumed assumed = assumed();
        int fixed = references == null ? 0 : references;
        List<EquivalencePower> rows = tests.isEmpty()
                ? EquivalencePower.upTo(assumed, fixed, power)
                : tests.stream()
                        .map(n -> EquivalencePower.of(assumed, n, references == null ? n : fixed))
                        .toList();
        return Finding.of(EquivalencePower.class, rows).reported(new PowerReport(rows, power));
    }

    private Assumed assumed() {
        Margin margin = marginOptions.margin();
        boolean ratio = margin instanceof Margin.Ratio;
        if ((ratio ? cv : sd) == null || (ratio ? sd : cv) != null) {
            throw Fault.of(CompareUsage.SD_OR_CV).asException();
        }
        return switch (margin) {
            case Margin.Difference(double lower, double upper) ->
                new Assumed(given(difference, 0), given(sd, 1), lower, upper, marginOptions.alpha);
            case Margin.ReferenceSds(double factor) ->
                new Assumed(
                        given(difference, 0),
                        given(sd, 1),
                        -factor * given(sd, 1),
                        factor * given(sd, 1),
                        marginOptions.alpha);
            case Margin.Ratio(double lower, double upper) ->
                new Assumed(
                        Math.log(given(difference, 1)),
                        Math.sqrt(Math.log1p(given(cv, 0) * given(cv, 0))),
                        Math.log(lower),
                        Math.log(upper),
                        marginOptions.alpha);
        };
    }

    private static double given(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }
}
