package org.opencgt.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

    private static final int ROWS = 50;

    private final Table table;
    private final List<String> labels;

    private ResultTable(Table table, List<String> labels) {
        this.table = table;
        this.labels = labels;
    }

    static ResultTable of(Document document, Language language) {
        Table table = Csv.parse(document.text(Format.CSV, language), "result");
        return new ResultTable(
                table,
                table.header().stream()
                        .map(name -> document.label(name, language))
                        .toList());
    }

    /** A column; {@code order} is how the rows are sorted by it, if they are. */
    public record Head(String name, String label, @Nullable String order) {}

    /** A part of the rows. */
    public record Cut(List<Head> heads, List<List<String>> rows, int total, int page, int pageCount) {}

    /**
     * @param sort a column; of another name nothing is sorted
     * @param page from 0
     */
    Cut cut(String sort, boolean descending, int page) {
        int pageCount = Math.max(1, (table.rows() + ROWS - 1) / ROWS);
        int at = Math.clamp(page, 0, pageCount - 1);
        List<TextColumn> columns = table.header().stream().map(table::text).toList();
        List<List<String>> rows = order(sort, descending)
                .skip((long) at * ROWS)
                .limit(ROWS)
                .mapToObj(row -> columns.stream().map(c -> shown(c.get(row))).toList())
                .toList();
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            String name = table.header().get(i);
            heads.add(new Head(
                    name, labels.get(i), name.equals(sort) ? (descending ? "descending" : "ascending") : null));
        }
        return new Cut(heads, rows, table.rows(), at, pageCount);
    }

    private IntStream order(String sort, boolean descending) {
        IntStream rows = IntStream.range(0, table.rows());
        if (!table.has(sort)) {
            return rows;
        }
        TextColumn column = table.text(sort);
        List<OptionalDouble> numbers = IntStream.range(0, table.rows())
                .mapToObj(row ->
                        Optional.ofNullable(column.get(row)).map(Numbers::parse).orElse(OptionalDouble.empty()))
                .toList();
        Comparator<Integer> byValue = Comparator.<Integer>comparingDouble(
                        row -> numbers.get(row).orElse(Double.POSITIVE_INFINITY))
                .thenComparing(row -> Optional.ofNullable(column.get(row)).orElse("\uffff"));
        return rows.boxed().sorted(descending ? byValue.reversed() : byValue).mapToInt(Integer::intValue);
    }

    private static String shown(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        boolean exact = cell.indexOf('.') < 0 && cell.indexOf('E') < 0;
        OptionalDouble number = exact ? OptionalDouble.empty() : Numbers.parse(cell);
        return number.isPresent() ? Document.sixDigits(number.getAsDouble()) : cell.replace(";", "; ");
    }
}
