package org.opencgt.science.kinetics.cli;

import java.util.List;
import java.util.Objects;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.kinetics.CurveReader;
import org.opencgt.science.kinetics.DoseProportionality;
import org.opencgt.science.kinetics.KineticParameters;
import org.opencgt.science.kinetics.NonCompartmental;
import org.opencgt.science.kinetics.Parameter;
import org.opencgt.science.kinetics.report.ProportionalityReport;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ck proportionality}. */
@Command(name = "proportionality")
final class ProportionalityCommand extends Analysis {

    @Mixin
    CurveOptions curveOptions = new CurveOptions();

    @Mixin
    AnalysisOptions analysisOptions = new AnalysisOptions();

    @Option(names = "--dose", paramLabel = "COLUMN", required = true)
    String dose = "";

    @Option(names = "--parameters", paramLabel = "NAME", split = ",")
    List<String> names = List.of();

    @Option(names = "--confidence", paramLabel = "F")
    double confidence = 0.9;

    @Mixin
    UnitOptions unitOptions = new UnitOptions();

    @Override
    protected Finding find(Surroundings surroundings) {
        NonCompartmental analysis = analysisOptions.analysis(unitOptions.units());
        Table table = curveOptions.table();
        CurveReader reader = curveOptions.curves(table);
        NumberColumn column = table.numbers(dose);
        double[] doses = new double[reader.curves().size()];
        for (int i = 0; i < doses.length; i++) {
            doses[i] = reader.constant(i, column);
        }
        List<KineticParameters> rows =
                reader.curves().stream().map(analysis::analyse).toList();
        List<Parameter> parameters = parameters(analysis);
        List<DoseProportionality> fits = parameters.stream()
                .map(parameter -> DoseProportionality.of(
                        parameter.name(),
                        doses,
                        rows.stream().mapToDouble(parameter::of).toArray(),
                        confidence))
                .toList();
        return Finding.of(DoseProportionality.class, fits)
                .reported(new ProportionalityReport(doses, rows, parameters, fits, analysis.units()));
    }

    /** Those that were asked for, or Cmax and the areas that were. */
    private List<Parameter> parameters(NonCompartmental analysis) {
        List<Parameter> all = Parameter.of(analysis, false, false);
        if (names.isEmpty()) {
            return all.stream()
                    .filter(parameter -> parameter.interval() != null
                            || parameter.name().equals("cmax")
                            || parameter.name().equals("auclast"))
                    .toList();
        }
        return names.stream()
                .map(name -> all.stream()
                        .filter(parameter -> Objects.equals(parameter.name(), name))
                        .findAny()
                        .orElseThrow(() -> Fault.of(KineticsUsage.UNKNOWN_PARAMETER)
                                .with("name", name)
                                .with(
                                        "names",
                                        String.join(
                                                ", ",
                                                all.stream()
                                                        .map(Parameter::name)
                                                        .toList()))
                                .asException()))
                .toList();
    }
}
