package org.opencgt.science.kinetics.cli;

import java.util.ArrayList;
import java.util.List;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.kinetics.CurveReader;
import org.opencgt.science.kinetics.KineticParameters;
import org.opencgt.science.kinetics.NonCompartmental;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ck nca}. */
@Command(name = "nca")
final class NcaCommand extends Analysis {

    @Mixin
    CurveOptions curveOptions = new CurveOptions();

    @Mixin
    AnalysisOptions analysisOptions = new AnalysisOptions();

    @Mixin
    DoseOptions doseOptions = new DoseOptions();

    @Mixin
    UnitOptions unitOptions = new UnitOptions();

    @Override
    protected Finding find(Surroundings surroundings) {
        NonCompartmental analysis = analysisOptions.analysis(unitOptions.units());
        Table table = curveOptions.table();
        CurveReader reader = curveOptions.curves(table);
        DoseOptions.Reading dosing = doseOptions.reading(table, reader);
        List<KineticParameters> rows = new ArrayList<>(reader.curves().size());
        for (int i = 0; i < reader.curves().size(); i++) {
            rows.add(analysis.analyse(reader.curves().get(i), dosing.of(i)));
        }
        return Finding.of(KineticParameters.class, rows);
    }
}
