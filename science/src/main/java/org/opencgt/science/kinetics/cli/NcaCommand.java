package org.opencgt.science.kinetics.cli;

import java.util.List;
import java.util.Set;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.CurveReader;
import org.opencgt.science.kinetics.KineticParameters;
import org.opencgt.science.kinetics.NonCompartmental;
import org.opencgt.science.kinetics.Parameter;
import org.opencgt.science.kinetics.ParameterSummary;
import org.opencgt.science.kinetics.ParameterSummary.SlopeUse;
import org.opencgt.science.kinetics.PhaseFinder;
import org.opencgt.science.kinetics.Phases;
import org.opencgt.science.kinetics.Units;
import org.opencgt.science.kinetics.report.NcaReport;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ck nca}. */
@Command(name = "nca")
final class NcaCommand extends Analysis {

    private static final Set<String> IN_TABLE = Set.of(
            "subject",
            "group",
            "dose_number",
            "cmax",
            "tmax",
            "tlast",
            "auclast",
            "aucinf_obs",
            "half_life",
            "adj_r_squared",
            "lambda_z_n",
            "auc_tau",
            "ctrough",
            "flags");

    @Mixin
    CurveOptions curveOptions = new CurveOptions();

    @Mixin
    AnalysisOptions analysisOptions = new AnalysisOptions();

    @Mixin
    DoseOptions doseOptions = new DoseOptions();

    @Mixin
    UnitOptions unitOptions = new UnitOptions();

    @Option(names = "--summary")
    boolean summary;

    @Option(names = "--all-slopes")
    boolean allSlopes;

    @Override
    protected Finding find(Surroundings surroundings) {
        NonCompartmental analysis = analysisOptions.analysis(unitOptions.units());
        Table table = curveOptions.table();
        CurveReader reader = curveOptions.curves(table);
        List<KineticParameters> rows = doseOptions.analyse(analysis, curveOptions, table, reader);
        List<Parameter> parameters = Parameter.of(analysis, doseOptions.isGiven(), doseOptions.isRepeated());
        Finding finding = summary
                ? Finding.of(ParameterSummary.class, summaries(analysis, parameters, rows))
                : Finding.of(KineticParameters.class, rows).inTable(NcaCommand::isInTable);
        return finding.reported(language -> new NcaReport(
                        reader.curves(),
                        phases(analysis.units(), reader.curves()),
                        analysis,
                        parameters,
                        rows,
                        summaries(analysis, parameters, rows))
                .in(language));
    }

    /** Forty columns do not fit a terminal. */
    private static boolean isInTable(String column) {
        return IN_TABLE.contains(column) || column.matches("auc_[0-9.-]+_.*");
    }

    private List<ParameterSummary> summaries(
            NonCompartmental analysis, List<Parameter> parameters, List<KineticParameters> rows) {
        return ParameterSummary.of(rows, parameters, analysis.units(), allSlopes ? SlopeUse.ALL : SlopeUse.RELIABLE);
    }

    private static List<Phases> phases(Units units, List<Curve> curves) {
        PhaseFinder finder = PhaseFinder.withDefaults(units);
        return curves.stream().map(finder::find).toList();
    }
}
