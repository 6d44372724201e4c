package org.opencgt.science.process.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.process.ChartMaker;
import org.opencgt.science.process.ChartType;
import org.opencgt.science.process.ControlChart;
import org.opencgt.science.process.RuleSet;
import org.opencgt.science.process.SigmaRule;
import org.opencgt.science.process.report.ChartReport;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code process chart}. */
@Command(name = "chart")
final class ChartCommand extends Analysis {

    @Option(names = "--type", paramLabel = "TYPE")
    ChartType type = ChartType.I_MR;

    @Mixin
    SubgroupOptions series = new SubgroupOptions();

    @Option(names = "--rules", paramLabel = "RULES")
    RuleSet rules = RuleSet.NELSON;

    @Option(names = "--sigma-by", paramLabel = "RULE")
    @Nullable
    SigmaRule sigmaRule;

    @Option(names = "--center", paramLabel = "X")
    double center = Double.NaN;

    @Option(names = "--sigma", paramLabel = "X")
    double sigma = Double.NaN;

    @Option(names = "--baseline-points", paramLabel = "N")
    int baseline = 0;

    @Option(names = "--laney")
    boolean laney;

    @Option(names = "--lambda", paramLabel = "X")
    double lambda = 0.2;

    @Option(names = "--l", paramLabel = "X")
    double l = 3;

    @Option(names = "--h", paramLabel = "X")
    double h = 5;

    @Option(names = "--k", paramLabel = "X")
    double k = 0.5;

    @Option(names = "--head-start")
    boolean headStart;

    @Override
    protected Finding find(Surroundings surroundings) {
        ChartMaker maker =
                new ChartMaker(type, rules, sigmaRule, center, sigma, baseline, laney, lambda, l, h, k, headStart);
        Table table = series.table();
        ControlChart chart;
        if (type.isOfCounts()) {
            SubgroupOptions.Counts counts = series.counts(table, type != ChartType.C);
            chart = maker.chartOfCounts(counts.labels(), counts.counts(), counts.sizes());
        } else {
            SubgroupOptions.Subgroups subgroups = series.subgroups(table);
            chart = maker.chart(subgroups.labels(), subgroups.values());
        }
        List<ControlChart.Point> points = chart.points();
        return Finding.of(chart, ControlChart.Point.class, points).reported(new ChartReport(chart, rules));
    }
}
