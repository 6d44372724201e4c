package org.opencgt.science.kinetics.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.kinetics.CurveReader;
import org.opencgt.science.kinetics.Dosing;
import org.opencgt.science.kinetics.KineticParameters;
import org.opencgt.science.kinetics.NonCompartmental;
import org.opencgt.science.kinetics.RepeatedDoses;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Numbers;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Option;

/** The options that tell the dose, or the doses in a file of their own; a mixin. */
final class DoseOptions {

    @Option(names = "--dose", paramLabel = "N|COLUMN")
    @Nullable
    String dose;

    @Option(names = "--infusion", paramLabel = "TIME|COLUMN")
    @Nullable
    String infusion;

    @Option(names = "--tau", paramLabel = "TIME")
    @Nullable
    Double tau;

    @Option(names = "--doses", paramLabel = "FILE")
    @Nullable
    Path doses;

    /** The parameters of all curves, after their doses. */
    List<KineticParameters> analyse(NonCompartmental analysis, CurveOptions options, Table table, CurveReader reader) {
        double interval = tau == null ? Double.NaN : tau;
        if (doses != null) {
            return RepeatedDoses.read(
                            Csv.read(doses),
                            options.subject,
                            options.time,
                            dose == null ? "dose" : dose,
                            infusion == null ? "" : infusion)
                    .analyse(analysis, reader.curves(), interval);
        }
        Value amount = value(table, dose, Double.NaN);
        Value duration = value(table, infusion, 0);
        List<KineticParameters> rows = new ArrayList<>(reader.curves().size());
        for (int i = 0; i < reader.curves().size(); i++) {
            double time = duration.of(i, reader);
            Dosing dosing = new Dosing(amount.of(i, reader), Double.isNaN(time) ? 0 : time, interval);
            KineticParameters row = analysis.analyse(reader.curves().get(i), dosing);
            rows.add(dose == null || dosing.isKnown() ? row : row.withoutDose());
        }
        return rows;
    }

    boolean isGiven() {
        return dose != null || doses != null;
    }

    boolean isRepeated() {
        return tau != null || doses != null;
    }

    /** A number for all, or the number in a column. */
    private record Value(double number, @Nullable NumberColumn column) {
        double of(int curve, CurveReader curves) {
            return column == null ? number : curves.constant(curve, column);
        }
    }

    private static Value value(Table table, @Nullable String argument, double otherwise) {
        if (argument == null) {
            return new Value(otherwise, null);
        }
        return Numbers.parse(argument).stream()
                .mapToObj(number -> new Value(number, null))
                .findAny()
                .orElseGet(() -> new Value(otherwise, table.numbers(argument)));
    }
}
