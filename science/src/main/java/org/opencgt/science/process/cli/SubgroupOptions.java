package org.opencgt.science.process.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.process.ProcessFault;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Numbers;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Option;

/** The options that name a file with a series of values, single or in subgroups; a mixin. */
final class SubgroupOptions {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--value", paramLabel = "COLUMN", split = ",")
    List<String> values = List.of("x");

    @Option(names = "--subgroup", paramLabel = "COLUMN")
    @Nullable
    String subgroup;

    @Option(names = "--size", paramLabel = "N|COLUMN")
    @Nullable
    String size;

    @Option(names = "--label", paramLabel = "COLUMN")
    @Nullable
    String label;

    /** Subgroups with their names. */
    record Subgroups(List<String> labels, List<double[]> values) {

        double[] all() {
            return values.stream().flatMapToDouble(Arrays::stream).toArray();
        }

        boolean isSingle() {
            return values.stream().allMatch(own -> own.length == 1);
        }
    }

    /** Counts with their sizes; sizes are missing where there is nothing to take them from. */
    record Counts(List<String> labels, double[] counts, double[] sizes) {}

    Table table() {
        return Csv.read(input);
    }

    /** By a column, by several columns of each row, by so many rows, or each value by itself. Missing values are left out. */
    Subgroups subgroups(Table table) {
        List<NumberColumn> columns = values.stream().map(table::numbers).toList();
        TextColumn groups = subgroup == null ? null : table.text(subgroup);
        TextColumn names = label == null ? null : table.text(label);
        int each = size == null ? 0 : wholeSize(size);
        Map<String, List<Double>> found = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        int taken = 0;
        for (int row = 0; row < table.rows(); row++) {
            for (NumberColumn column : columns) {
                if (column.isMissing(row)) {
                    continue;
                }
                String key;
                if (groups != null) {
                    String group = groups.get(row);
                    if (group == null) {
                        throw table.at(row, String.valueOf(subgroup), ProcessUsage.CELL_MISSING)
                                .asException();
                    }
                    key = group;
                } else {
                    key = Integer.toString(each > 0 ? taken / each + 1 : columns.size() > 1 ? row + 1 : taken + 1);
                }
                String name = names == null ? null : names.get(row);
                labels.putIfAbsent(key, name == null ? key : name);
                found.computeIfAbsent(key, unseen -> new ArrayList<>()).add(column.get(row));
                taken++;
            }
        }
        return new Subgroups(
                List.copyOf(labels.values()),
                found.values().stream()
                        .map(own -> own.stream().mapToDouble(value -> value).toArray())
                        .toList());
    }

    private static int wholeSize(String text) {
        OptionalDouble number = Numbers.parse(text);
        if (number.isEmpty() || number.getAsDouble() < 1 || number.getAsDouble() != Math.rint(number.getAsDouble())) {
            throw Fault.of(ProcessUsage.SIZE_NOT_WHOLE).with("text", text).asException();
        }
        return (int) number.getAsDouble();
    }

    /** Rows with a missing count or size are left out. */
    Counts counts(Table table, boolean sized) {
        NumberColumn counts = table.numbers(values.getFirst());
        OptionalDouble fixed = size == null ? OptionalDouble.empty() : Numbers.parse(size);
        String column = size == null ? "n" : size;
        if (sized && fixed.isEmpty() && size == null && !table.has(column)) {
            throw Fault.of(ProcessFault.SIZES_NEEDED).asException();
        }
        NumberColumn sizes = sized && fixed.isEmpty() ? table.numbers(column) : null;
        TextColumn names = label == null ? null : table.text(label);
        List<String> labels = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            double own = sizes == null ? fixed.orElse(1) : sizes.get(row);
            if (!counts.isMissing(row) && !Double.isNaN(own)) {
                rows.add(new double[] {counts.get(row), own});
                String name = names == null ? null : names.get(row);
                labels.add(name == null ? Integer.toString(rows.size()) : name);
            }
        }
        return new Counts(
                labels,
                rows.stream().mapToDouble(row -> row[0]).toArray(),
                rows.stream().mapToDouble(row -> row[1]).toArray());
    }
}
