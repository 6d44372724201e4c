package org.opencgt.science.kinetics.cli;

import java.util.List;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.Persistence;
import org.opencgt.science.kinetics.Units;
import org.opencgt.science.kinetics.report.PersistenceReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ck persistence}. */
@Command(name = "persistence")
final class PersistenceCommand extends Analysis {

    @Mixin
    CurveOptions curveOptions = new CurveOptions();

    @Mixin
    UnitOptions unitOptions = new UnitOptions();

    @Option(names = "--months", paramLabel = "N", split = ",")
    List<Double> months = List.of(3.0, 6.0, 12.0);

    @Option(names = "--loss", paramLabel = "RULE")
    Persistence.Loss loss = Persistence.Loss.FIRST_BELOW_LIMIT;

    @Option(names = "--confidence", paramLabel = "F")
    double confidence = 0.95;

    @Override
    protected Finding find(Surroundings surroundings) {
        List<Curve> curves = curveOptions.curves(curveOptions.table()).curves();
        Units units = unitOptions.units();
        List<Persistence> rows = Persistence.of(curves, months, units, loss, confidence);
        return Finding.of(Persistence.class, rows)
                .reported(new PersistenceReport(curves, loss, confidence, units, rows));
    }
}
