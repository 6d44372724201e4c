package org.opencgt.science.kinetics.cli;

import java.util.List;
import java.util.Locale;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.kinetics.Cdisc;
import org.opencgt.science.kinetics.CurveReader;
import org.opencgt.science.kinetics.KineticParameters;
import org.opencgt.science.kinetics.NonCompartmental;
import org.opencgt.science.kinetics.Parameter;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ck cdisc}. */
@Command(name = "cdisc")
final class CdiscCommand extends Analysis {

    /** The tables of SDTM that can be written. */
    enum Domain {
        PC,
        PP;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--domain", paramLabel = "pc|pp", required = true)
    Domain domain = Domain.PC;

    @Mixin
    CurveOptions curveOptions = new CurveOptions();

    @Mixin
    AnalysisOptions analysisOptions = new AnalysisOptions();

    @Mixin
    DoseOptions doseOptions = new DoseOptions();

    @Mixin
    UnitOptions unitOptions = new UnitOptions();

    @Option(names = "--study", paramLabel = "ID", required = true)
    String study = "";

    @Option(names = "--test-code", paramLabel = "CODE")
    String code = "CART";

    @Option(names = "--test-name", paramLabel = "NAME")
    String name = "CAR-T transgene";

    @Option(names = "--specimen", paramLabel = "NAME")
    String specimen = "BLOOD";

    @Option(names = "--assay", paramLabel = "NAME")
    String assay = "";

    @Option(names = "--laboratory", paramLabel = "NAME")
    String laboratory = "";

    @Override
    protected Finding find(Surroundings surroundings) {
        NonCompartmental analysis = analysisOptions.analysis(unitOptions.units());
        Cdisc cdisc = new Cdisc(study, code, name, specimen, assay, laboratory, analysis.units());
        Table table = curveOptions.table();
        CurveReader reader = curveOptions.curves(table);
        if (domain == Domain.PC) {
            return Finding.of(Cdisc.Concentration.class, cdisc.concentrations(reader.curves()));
        }
        List<KineticParameters> rows = doseOptions.analyse(analysis, curveOptions, table, reader);
        List<Parameter> parameters = Parameter.of(analysis, doseOptions.isGiven(), doseOptions.isRepeated());
        return Finding.of(Cdisc.ParameterRow.class, cdisc.parameters(rows, parameters, analysis));
    }
}
