package org.opencgt.science.kinetics.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.kinetics.CurveReader;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Numbers;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Option;

/** The options that name the columns of a file of samples; a mixin of all commands of this area that read one. */
final class CurveOptions {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--subject", paramLabel = "COLUMN")
    String subject = "subject";

    @Option(names = "--time", paramLabel = "COLUMN")
    String time = "time";

    @Option(names = "--value", paramLabel = "COLUMN")
    String value = "value";

    @Option(names = "--group", paramLabel = "COLUMN")
    List<String> groups = List.of();

    @Option(names = "--lloq", paramLabel = "X|COLUMN")
    @Nullable
    String limit;

    Table table() {
        return Csv.read(input);
    }

    CurveReader curves(Table table) {
        return curves(table, value, limit);
    }

    /** The curves of another column of results, with its own limit. */
    CurveReader curves(Table table, String values, @Nullable String limits) {
        return CurveReader.read(table, columns(values, limits));
    }

    CurveReader.Columns columns(String values, @Nullable String limits) {
        OptionalDouble number = limits == null ? OptionalDouble.of(Double.NaN) : Numbers.parse(limits);
        return new CurveReader.Columns(
                subject, time, values, groups, number.isEmpty() ? limits : null, number.orElse(Double.NaN));
    }
}
