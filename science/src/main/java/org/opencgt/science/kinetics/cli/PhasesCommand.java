package org.opencgt.science.kinetics.cli;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.PhaseFinder;
import org.opencgt.science.kinetics.Phases;
import org.opencgt.science.kinetics.report.PhasesReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ck phases}. */
@Command(name = "phases")
final class PhasesCommand extends Analysis {

    private static final Set<String> IN_TABLE = Set.of(
            "subject",
            "group",
            "phases",
            "expansion_start",
            "expansion_doubling_time",
            "expansion_fold",
            "peak_time",
            "peak",
            "contraction_half_life",
            "persistence_start",
            "persistence_half_life",
            "tlast",
            "flags");

    @Mixin
    CurveOptions curveOptions = new CurveOptions();

    @Mixin
    UnitOptions unitOptions = new UnitOptions();

    @Option(names = "--reversal", paramLabel = "FOLD")
    double reversal = 2;

    @Option(names = "--main-peak", paramLabel = "F")
    double mainPeak = 0.1;

    @Option(names = "--distribution-by", paramLabel = "TIME")
    @Nullable
    Double distributionBy;

    @Option(names = "--significance", paramLabel = "P")
    double significance = 0.05;

    @Override
    protected Finding find(Surroundings surroundings) {
        PhaseFinder finder = PhaseFinder.withDefaults(unitOptions.units())
                .withReversal(reversal)
                .withMainPeak(mainPeak)
                .withSignificance(significance);
        PhaseFinder dated = distributionBy == null ? finder : finder.withDistributionBy(distributionBy);
        List<Curve> curves = curveOptions.curves(curveOptions.table()).curves();
        List<Phases> rows = curves.stream().map(dated::find).toList();
        return Finding.of(Phases.class, rows)
                .inTable(IN_TABLE::contains)
                .reported(new PhasesReport(curves, dated, rows));
    }
}
