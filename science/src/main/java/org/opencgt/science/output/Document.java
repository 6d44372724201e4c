package org.opencgt.science.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

    private final JsonNode json;
    /** What CSV and table show, and its type. */
    private final JsonNode shown;

    private final Class<? extends Result> type;

    private Document(JsonNode json, JsonNode shown, Class<? extends Result> type) {
        this.json = json;
        this.shown = shown;
        this.type = type;
    }

    public static Document of(Result result) {
        JsonNode json = Json.mapper().valueToTree(result);
        return new Document(json, json, result.getClass());
    }

    public static <R extends Result> Document of(Class<R> type, List<R> rows) {
        JsonNode json = Json.mapper().valueToTree(rows);
        return new Document(json, json, type);
    }

    /** A record of which CSV and table show the rows only, each of them one of the record's lists. */
    public static <R extends Result> Document of(Result result, Class<R> type, List<R> rows) {
        return new Document(Json.mapper().valueToTree(result), Json.mapper().valueToTree(rows), type);
    }

    /** Whether the result is rows and nothing else. */
    public boolean hasRows() {
        return json.isArray();
    }

    /** The text in a format, ended by a line break. */
    public String text(Format format, Language language) {
        return switch (format) {
            case JSON -> Json.mapper().writeValueAsString(json) + "\n";
            case CSV -> csv();
            case TABLE -> shown.isArray() ? grid(language) : list(language);
        };
    }

    private String csv() {
        List<Map<String, JsonNode>> rows = rows();
        List<String> header = List.copyOf(names(rows));
        return Csv.write(header, cells(rows, header, Document::exact));
    }

    private String grid(Language language) {
        List<Map<String, JsonNode>> rows = rows();
        List<String> names = List.copyOf(names(rows));
        List<List<String>> lines = new ArrayList<>();
        lines.add(names.stream().map(name -> label(name, language)).toList());
        lines.addAll(cells(rows, names, Document::rounded));
        return Columns.align(lines);
    }

    private String list(Language language) {
        List<List<String>> lines = new ArrayList<>();
        rows().getFirst().forEach((name, value) -> lines.add(List.of(label(name, language), rounded(value))));
        return Columns.align(lines);
    }

    private String label(String name, Language language) {
        return Messages.label(type, name, language).orElse(name);
    }

    private List<Map<String, JsonNode>> rows() {
        List<JsonNode> objects = shown.isArray() ? List.copyOf(shown.values()) : List.of(shown);
        return objects.stream()
                .map(object -> {
                    Map<String, JsonNode> row = new LinkedHashMap<>();
                    flatten("", object, row);
                    return row;
                })
                .toList();
    }

    private static Set<String> names(List<Map<String, JsonNode>> rows) {
        return rows.stream().flatMap(row -> row.keySet().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<List<String>> cells(
            List<Map<String, JsonNode>> rows, List<String> names, Function<JsonNode, String> writing) {
        return rows.stream()
                .map(row -> names.stream()
                        .map(name -> {
                            JsonNode value = row.get(name);
                            return value == null ? "" : writing.apply(value);
                        })
                        .toList())
                .toList();
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
    static String sixDigits(double value) {
        BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (rounded.signum() == 0 || (exponent >= -3 && exponent < 6)) {
            return rounded.toPlainString();
        }
        return rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
