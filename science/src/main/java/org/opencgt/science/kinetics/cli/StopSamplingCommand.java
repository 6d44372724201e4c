package org.opencgt.science.kinetics.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.kinetics.CurveReader;
import org.opencgt.science.kinetics.StopDecision;
import org.opencgt.science.kinetics.StopRule;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ck stop-sampling}. */
@Command(name = "stop-sampling")
final class StopSamplingCommand extends Analysis {

    @Mixin
    CurveOptions curveOptions = new CurveOptions();

    @Option(names = "--second", paramLabel = "COLUMN")
    @Nullable
    String second;

    @Option(names = "--second-lloq", paramLabel = "X|COLUMN")
    @Nullable
    String secondLimit;

    @Option(names = "--successive", paramLabel = "N")
    int successive = StopRule.DEFAULT.successive();

    @Option(names = "--not-before", paramLabel = "TIME")
    double notBefore = StopRule.DEFAULT.notBefore();

    @Option(names = "--without-expansion")
    boolean withoutExpansion;

    @Override
    protected Finding find(Surroundings surroundings) {
        StopRule rule = new StopRule(successive, notBefore, withoutExpansion);
        Table table = curveOptions.table();
        CurveReader first = curveOptions.curves(table);
        if (second == null) {
            return Finding.of(
                    StopDecision.class,
                    first.curves().stream().map(rule::decide).toList());
        }
        CurveReader other = curveOptions.curves(table, second, secondLimit);
        List<StopDecision> decisions = new ArrayList<>();
        for (int i = 0; i < first.curves().size(); i++) {
            decisions.add(rule.decide(first.curves().get(i), other.curves().get(i)));
        }
        return Finding.of(StopDecision.class, decisions);
    }
}
