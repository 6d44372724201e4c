package org.opencgt.science.kinetics.cli;

import java.util.List;
import org.opencgt.science.Fault;
import org.opencgt.science.kinetics.CurveReader;
import org.opencgt.science.kinetics.KineticParameters;
import org.opencgt.science.kinetics.NonCompartmental;
import org.opencgt.science.kinetics.Parameter;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that hold exposure against dose; a mixin. */
final class ExposureOptions {

    @Mixin
    CurveOptions curveOptions = new CurveOptions();

    @Mixin
    AnalysisOptions analysisOptions = new AnalysisOptions();

    @Mixin
    UnitOptions unitOptions = new UnitOptions();

    @Option(names = "--dose", paramLabel = "COLUMN", required = true)
    String dose = "";

    @Option(names = "--parameters", paramLabel = "NAME", split = ",")
    List<String> names = List.of();

    /** The dose and the parameters of each subject. */
    record Exposures(
            NonCompartmental analysis, List<Parameter> parameters, double[] doses, List<KineticParameters> rows) {

        double[] of(Parameter parameter) {
            return rows.stream().mapToDouble(parameter::of).toArray();
        }
    }

    Exposures exposures() {
        NonCompartmental analysis = analysisOptions.analysis(unitOptions.units());
        Table table = curveOptions.table();
        CurveReader reader = curveOptions.curves(table);
        NumberColumn column = table.numbers(dose);
        double[] doses = new double[reader.curves().size()];
        for (int i = 0; i < doses.length; i++) {
            doses[i] = reader.constant(i, column);
        }
        return new Exposures(
                analysis,
                parameters(analysis),
                doses,
                reader.curves().stream().map(analysis::analyse).toList());
    }

    /** Those that were asked for, or Cmax, AUClast and the areas over intervals. */
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
                        .filter(parameter -> parameter.name().equals(name))
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
