package org.opencgt.science.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.opencgt.science.Language;
import org.opencgt.science.Messages;
import org.opencgt.science.Result;
import org.opencgt.science.table.Csv;
import tools.jackson.databind.JsonNode;

/**
 * A result to be written: one record, the rows of a table, or a record whose main part is such rows. Both CSV and table are
 * made from the JSON, so all three say the same. Nested properties get dotted names there, and lists of single values are
 * joined by semicolons.
 */
public final class Document {

    private static final MathContext SIX_DIGITS = new MathContext(6);

    /** What JSON shows: a result, or a list of them. */
    private final Object json;
    /** What CSV and table show, and its type. */
    private final List<? extends Result> shown;

    private final Class<? extends Result> type;
    private final boolean isGrid;
    /** Which columns a table for people shows; CSV and JSON have all. */
    private final Predicate<String> inTable;

    private Document(
            Object json,
            List<? extends Result> shown,
            Class<? extends Result> type,
            boolean isGrid,
            Predicate<String> inTable) {
        this.json = json;
        this.shown = List.copyOf(shown);
        this.type = type;
        this.isGrid = isGrid;
        this.inTable = inTable;
    }

    public static Document of(Result result) {
        return new Document(result, List.of(result), result.getClass(), false, column -> true);
    }

    public static <R extends Result> Document of(Class<R> type, List<R> rows) {
        return new Document(rows, rows, type, true, column -> true);
    }

    /** A record of which CSV and table show the rows only, each of them one of the record's lists. */
    public static <R extends Result> Document of(Result result, Class<R> type, List<R> rows) {
        return new Document(result, rows, type, true, column -> true);
    }

    /** The same with fewer columns in a table for people; CSV and JSON keep all. */
    public Document inTable(Predicate<String> columns) {
        return new Document(json, shown, type, isGrid, columns);
    }

    /** Whether the result is rows and nothing else. */
    public boolean hasRows() {
        return json instanceof List;
    }

    /** The text in a format, ended by a line break. */
    public String text(Format format, Language language) {
        return switch (format) {
            case JSON -> Json.mapper().writeValueAsString(json) + "\n";
            case CSV -> csv();
            case TABLE -> isGrid ? grid(language) : list(language);
        };
    }

    /** Row by row, with the names of the first row; all names are looked for first only where a later row has more. */
    private String csv() {
        List<String> first =
                shown.isEmpty() ? List.of() : List.copyOf(flat(shown.getFirst()).keySet());
        return csv(first)
                .or(() -> csv(List.copyOf(names(rows(Integer.MAX_VALUE)))))
                .orElseThrow();
    }

    private Optional<String> csv(List<String> header) {
        Set<String> known = Set.copyOf(header);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = Csv.writer(text)) {
            csv.writeRecord(header);
            for (Result result : shown) {
                Map<String, JsonNode> row = flat(result);
                if (!known.containsAll(row.keySet())) {
                    return Optional.empty();
                }
                csv.writeRecord(cells(row, header, Document::exact));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(text.toString());
    }

    private String grid(Language language) {
        return Columns.align(lines(language, Integer.MAX_VALUE));
    }

    /**
     * What a table shows, cell by cell: the labels, then the rows; for a single result each label with its value.
     *
     * @param most no more rows than this
     */
    public List<List<String>> lines(Language language, int most) {
        if (!isGrid) {
            List<List<String>> lines = new ArrayList<>();
            flat(shown.getFirst()).forEach((name, value) -> lines.add(List.of(label(name, language), rounded(value))));
            return lines;
        }
        List<Map<String, JsonNode>> first = rows(most);
        List<String> names = names(first).stream().filter(inTable).toList();
        List<List<String>> lines = new ArrayList<>();
        lines.add(names.stream().map(name -> label(name, language)).toList());
        first.forEach(row -> lines.add(cells(row, names, Document::rounded)));
        return lines;
    }

    /** Whether a table for people shows a column of CSV. */
    public boolean isInTable(String column) {
        return inTable.test(column);
    }

    /** Whether CSV and table show rows. */
    public boolean isGrid() {
        return isGrid;
    }

    /** How many rows these are; 1 for a single result. */
    public int size() {
        return shown.size();
    }

    private String list(Language language) {
        return Columns.align(lines(language, 1));
    }

    /** The label of a column of CSV with its unit, for people to read; its name if it has none. */
    public String label(String name, Language language) {
        return Messages.label(type, name, language).orElse(name);
    }

    private List<Map<String, JsonNode>> rows(int most) {
        return shown.stream().limit(most).map(Document::flat).toList();
    }

    private static Map<String, JsonNode> flat(Result result) {
        Map<String, JsonNode> row = new LinkedHashMap<>();
        flatten("", Json.mapper().valueToTree(result), row);
        return row;
    }

    private static Set<String> names(List<Map<String, JsonNode>> rows) {
        return rows.stream().flatMap(row -> row.keySet().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> cells(
            Map<String, JsonNode> row, List<String> names, Function<JsonNode, String> writing) {
        List<String> cells = new ArrayList<>(names.size());
        for (String name : names) {
            JsonNode value = row.get(name);
            cells.add(value == null ? "" : writing.apply(value));
        }
        return cells;
    }

    private static void flatten(String path, JsonNode node, Map<String, JsonNode> row) {
        if (node.isObject()) {
            node.properties().forEach(child -> flatten(join(path, child.getKey()), child.getValue(), row));
        } else if (node.isArray() && node.values().stream().anyMatch(JsonNode::isContainer)) {
            for (int i = 0; i < node.size(); i++) {
                flatten(join(path, Integer.toString(i + 1)), node.get(i), row);
            }
        } else {
            row.put(path, node);
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String exact(JsonNode value) {
        return scalar(value, Document::plain);
    }

    private static String rounded(JsonNode value) {
        return scalar(value, node -> node.isFloatingPointNumber() ? sixDigits(node.doubleValue()) : plain(node));
    }

    private static String scalar(JsonNode value, Function<JsonNode, String> writing) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(writing).collect(Collectors.joining(";"))
                : writing.apply(value);
    }

    private static String plain(JsonNode value) {
        return value.isNull() ? "" : value.asString();
    }

    /** Six significant digits; with an exponent from a million up and below a thousandth. */
    public static String sixDigits(double value) {
        BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (rounded.signum() == 0 || (exponent >= -3 && exponent < 6)) {
            return rounded.toPlainString();
        }
        return rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
