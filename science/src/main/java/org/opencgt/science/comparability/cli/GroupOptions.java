package org.opencgt.science.comparability.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.comparability.ComparabilityFault;
import org.opencgt.science.comparability.Group;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Option;

/** The options that name a file with values of two groups; a mixin. */
final class GroupOptions {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--value", paramLabel = "COLUMN")
    String value = "value";

    @Option(names = "--group", paramLabel = "COLUMN")
    String group = "group";

    @Option(names = "--test", paramLabel = "NAME")
    String test = "test";

    @Option(names = "--reference", paramLabel = "NAME")
    String reference = "reference";

    Table table() {
        return Csv.read(input);
    }

    /** To which group each row belongs; null where to neither. */
    @Nullable
    Group[] groups(Table table) {
        TextColumn column = table.text(group);
        @Nullable Group[] groups = new @Nullable Group[table.rows()];
        Set<String> names = new LinkedHashSet<>();
        for (int row = 0; row < groups.length; row++) {
            String name = column.get(row);
            if (name != null) {
                names.add(name);
                groups[row] = name.equals(test) ? Group.TEST : name.equals(reference) ? Group.REFERENCE : null;
            }
        }
        for (String wanted : new String[] {test, reference}) {
            if (!names.contains(wanted)) {
                throw Fault.of(ComparabilityFault.UNKNOWN_GROUP)
                        .with("file", table.source())
                        .with("column", group)
                        .with("name", wanted)
                        .with("names", String.join(", ", names))
                        .asException();
            }
        }
        return groups;
    }

    /** The values of a group in the rows that are wanted, without those that are missing. */
    double[] values(Table table, @Nullable Group[] groups, Group wanted, IntPredicate rows) {
        NumberColumn column = table.numbers(value);
        return IntStream.range(0, table.rows())
                .filter(row -> groups[row] == wanted && !column.isMissing(row) && rows.test(row))
                .mapToDouble(column::get)
                .toArray();
    }
}
