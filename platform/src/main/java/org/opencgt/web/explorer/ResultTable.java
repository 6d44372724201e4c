package org.opencgt.web.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Language;
import org.opencgt.science.output.Document;
import org.opencgt.science.output.Format;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Numbers;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;

/** The rows of a result as a page shows them: sorted and cut on the server, numbers with six digits. */
public final class ResultTable {

    private static final int ROWS = 25;

    private final List<Column> columns;
    private final int rows;
    private final boolean isGrid;

    /** A column; {@code usual} is whether it is shown where not all are asked for. */
    private record Column(String name, String label, TextColumn cells, boolean usual) {}

    private ResultTable(List<Column> columns, int rows, boolean isGrid) {
        this.columns = columns;
        this.rows = rows;
        this.isGrid = isGrid;
    }

    public static ResultTable of(Document document, Language language) {
        Table table = Csv.parse(document.text(Format.CSV, language), "result");
        return new ResultTable(
                table.header().stream()
                        .map(name -> new Column(
                                name, document.label(name, language), table.text(name), document.isInTable(name)))
                        .toList(),
                table.rows(),
                document.isGrid());
    }

    /** A column; {@code order} is how the rows are sorted by it, if they are. */
    public record Head(String name, String label, @Nullable String order) {}

    /**
     * A row.
     *
     * @param subject whose it is; empty if rows belong to no subjects
     */
    public record Row(String subject, List<String> cells) {}

    /** A value of a single result with its name. */
    public record Value(String label, String text) {}

    /**
     * A part of the rows; of a single result its values instead.
     *
     * @param hidden how many columns are not shown
     */
    public record Cut(
            List<Head> heads,
            List<Row> rows,
            List<Value> values,
            int total,
            int page,
            int pageCount,
            int hidden,
            boolean all) {}

    /**
     * What a page shows.
     *
     * @param sort a column; of another name nothing is sorted
     * @param page from 0
     * @param all whether all columns are wanted
     */
    public Cut cut(String sort, boolean descending, int page, boolean all) {
        if (!isGrid) {
            return new Cut(List.of(), List.of(), values(), 1, 0, 1, 0, true);
        }
        int pageCount = Math.max(1, (rows + ROWS - 1) / ROWS);
        int at = Math.clamp(page, 0, pageCount - 1);
        List<Column> shown =
                all ? columns : columns.stream().filter(Column::usual).toList();
        Optional<Column> subject =
                columns.stream().filter(c -> c.name().equals("subject")).findFirst();
        List<Row> cut = order(sort, descending)
                .skip((long) at * ROWS)
                .limit(ROWS)
                .mapToObj(row -> new Row(
                        subject.map(c -> c.cells().get(row)).orElse(""),
                        shown.stream().map(c -> shown(c.cells().get(row))).toList()))
                .toList();
        List<Head> heads = shown.stream()
                .map(c -> new Head(
                        c.name(), c.label(), c.name().equals(sort) ? (descending ? "descending" : "ascending") : null))
                .toList();
        return new Cut(heads, cut, List.of(), rows, at, pageCount, columns.size() - shown.size(), all);
    }

    /**
     * Some columns of those rows whose cell in one of them names a column of another table.
     *
     * @param names of the columns wanted, in their order and as far as they exist
     */
    public Cut only(List<String> names, String key, List<Head> others) {
        Set<String> wanted = others.stream().map(Head::name).collect(Collectors.toSet());
        List<Column> shown = names.stream()
                .flatMap(name -> columns.stream().filter(c -> c.name().equals(name)))
                .toList();
        Column by = columns.stream()
                .filter(c -> c.name().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + key));
        List<Row> cut = IntStream.range(0, rows)
                .filter(row -> by.cells().get(row) instanceof String name && wanted.contains(name))
                .mapToObj(row -> new Row(
                        "", shown.stream().map(c -> shown(c.cells().get(row))).toList()))
                .toList();
        return new Cut(
                shown.stream().map(c -> new Head(c.name(), c.label(), null)).toList(),
                cut,
                List.of(),
                cut.size(),
                0,
                1,
                columns.size() - shown.size(),
                false);
    }

    private List<Value> values() {
        List<Value> values = new ArrayList<>();
        for (Column column : columns) {
            values.add(new Value(
                    column.label(), rows == 0 ? "" : shown(column.cells().get(0))));
        }
        return values;
    }

    private IntStream order(String sort, boolean descending) {
        IntStream all = IntStream.range(0, rows);
        Optional<Column> by =
                columns.stream().filter(c -> c.name().equals(sort)).findFirst();
        if (by.isEmpty()) {
            return all;
        }
        TextColumn column = by.get().cells();
        double[] numbers = new double[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = Optional.ofNullable(column.get(row))
                    .map(Numbers::parse)
                    .orElse(OptionalDouble.empty())
                    .orElse(Double.NaN);
        }
        // empty cells come last in either order, texts after numbers
        Comparator<Integer> byNumber = Comparator.comparingDouble(row -> numbers[row]);
        Comparator<Integer> byText =
                Comparator.comparing(row -> Optional.ofNullable(column.get(row)).orElse(""));
        Comparator<Integer> byValue = Comparator.<Integer>comparingInt(row -> rank(column.get(row), numbers[row]))
                .thenComparing(descending ? byNumber.reversed() : byNumber)
                .thenComparing(descending ? byText.reversed() : byText);
        return all.boxed().sorted(byValue).mapToInt(Integer::intValue);
    }

    private static int rank(@Nullable String cell, double number) {
        return cell == null ? 2 : Double.isNaN(number) ? 1 : 0;
    }

    private static String shown(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        boolean exact = cell.indexOf('.') < 0 && cell.indexOf('E') < 0;
        OptionalDouble number = exact ? OptionalDouble.empty() : Numbers.parse(cell);
        if (number.isPresent()) {
            return Document.sixDigits(number.getAsDouble());
        }
        return cell.indexOf(';') < 0 ? cell : list(cell);
    }

    private static String list(String cells) {
        return String.join(
                "; ",
                List.of(cells.split(";", -1)).stream().map(ResultTable::shown).toList());
    }
}
