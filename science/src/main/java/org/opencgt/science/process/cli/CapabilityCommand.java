package org.opencgt.science.process.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.process.BoxCox;
import org.opencgt.science.process.Capability;
import org.opencgt.science.process.ChartMaker;
import org.opencgt.science.process.ChartType;
import org.opencgt.science.process.ControlChart;
import org.opencgt.science.process.SigmaRule;
import org.opencgt.science.process.TransformedCapability;
import org.opencgt.science.process.report.CapabilityReport;
import org.opencgt.science.process.report.TransformedCapabilityReport;
import org.opencgt.science.statistics.ShapiroWilk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code process capability}. */
@Command(name = "capability")
final class CapabilityCommand extends Analysis {

    @Mixin
    SubgroupOptions series = new SubgroupOptions();

    @Option(names = "--lsl", paramLabel = "X")
    double lsl = Double.NaN;

    @Option(names = "--usl", paramLabel = "X")
    double usl = Double.NaN;

    @Option(names = "--target", paramLabel = "X")
    double target = Double.NaN;

    @Option(names = "--sigma-by", paramLabel = "RULE")
    @Nullable
    SigmaRule sigmaRule;

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Option(names = "--least", paramLabel = "X")
    @Nullable
    Double least;

    @Option(names = "--transform", paramLabel = "HOW")
    Transform transform = Transform.NONE;

    @Option(names = "--box-cox-power", paramLabel = "LAMBDA")
    @Nullable
    Double boxCoxPower;

    /** Whether values are made normal first. */
    enum Transform {
        NONE,
        BOX_COX;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    protected Finding find(Surroundings surroundings) {
        Capability.Specification asked = new Capability.Specification(lsl, usl, target);
        SubgroupOptions.Subgroups subgroups = series.subgroups(series.table());
        if (transform == Transform.BOX_COX) {
            return transformed(asked, subgroups);
        }
        ControlChart chart = ChartMaker.of(subgroups.isSingle() ? ChartType.I_MR : ChartType.XBAR_R)
                .withSigmaRule(sigmaRule)
                .chart(subgroups.labels(), subgroups.values());
        Capability result = Capability.of(
                subgroups.all(),
                chart.sigma(),
                asked,
                confidence,
                chart.violations().isEmpty());
        return Finding.of(result).unmet(unmet(result)).reported(new CapabilityReport(result, subgroups.all()));
    }

    private Finding transformed(Capability.Specification asked, SubgroupOptions.Subgroups subgroups) {
        BoxCox boxCox = boxCoxPower == null
                ? BoxCox.of(subgroups.all(), confidence)
                : BoxCox.given(boxCoxPower, subgroups.all());
        List<double[]> groups = subgroups.values().stream()
                .map(own -> Arrays.stream(own).map(boxCox::transform).toArray())
                .toList();
        double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
        ControlChart chart = ChartMaker.of(subgroups.isSingle() ? ChartType.I_MR : ChartType.XBAR_R)
                .withSigmaRule(sigmaRule)
                .chart(subgroups.labels(), groups);
        Capability capability = Capability.of(
                all,
                chart.sigma(),
                new Capability.Specification(
                        boxCox.transform(asked.lsl()), boxCox.transform(asked.usl()), boxCox.transform(asked.target())),
                confidence,
                chart.violations().isEmpty());
        TransformedCapability result = TransformedCapability.of(
                boxCox,
                ShapiroWilk.of(subgroups.all()).p(),
                ShapiroWilk.of(all).p(),
                capability,
                asked.lsl(),
                asked.usl());
        return Finding.of(result).unmet(unmet(capability)).reported(new TransformedCapabilityReport(result, all));
    }

    private List<Fault> unmet(Capability result) {
        return least == null || result.cpk() >= least
                ? List.of()
                : List.of(Fault.of(ProcessCriterion.CAPABILITY_BELOW_LEAST)
                        .with("cpk", result.cpk())
                        .with("least", least));
    }
}
