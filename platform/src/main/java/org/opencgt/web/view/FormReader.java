package org.opencgt.web.view;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Field;
import org.opencgt.act.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the JSON of an act from what stands in a form. What cannot be read goes into the JSON as it stands, so that one
 * reader, that of the act, finds all faults.
 */
public final class FormReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final FormValues values;
    private final Words words;
    private final Map<String, String> names = new HashMap<>();

    private FormReader(FormValues values, Words words) {
        this.values = values;
        this.words = words;
    }

    /**
     * The JSON, and which field of the form each path in it came from.
     *
     * @param names path in the JSON → name of the parameter
     */
    public record Filled(ObjectNode json, Map<String, String> names) {

        /** The field to which a fault belongs: the one at its path, or the nearest around it. */
        public String name(String path) {
            String at = path;
            while (true) {
                String name = names.get(at);
                if (name != null) {
                    return name;
                }
                int cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
                if (cut <= 0) {
                    return at;
                }
                at = at.substring(0, cut);
            }
        }
    }

    public static Filled read(Shape.Structure shape, FormValues values, Words words) {
        FormReader reader = new FormReader(values, words);
        ObjectNode json = reader.fields(shape, "", "");
        return new Filled(json, Map.copyOf(reader.names));
    }

    private ObjectNode fields(Shape.Structure shape, String name, String path) {
        ObjectNode json = JSON.objectNode();
        for (Field field : shape.fields()) {
            String at = name.isEmpty() ? field.name() : name + "." + field.name();
            String to = path.isEmpty() ? field.name() : path + "." + field.name();
            names.put(to, at);
            JsonNode value = value(field.shape(), field.optional(), at, to);
            if (value != null) {
                json.set(field.name(), value);
            }
        }
        return json;
    }

    private @Nullable JsonNode value(Shape shape, boolean optional, String name, String path) {
        return switch (shape) {
            case Shape.Structure structure -> optional && values.blank(name) ? null : fields(structure, name, path);
            case Shape.Listing(Shape.Structure structure) -> rows(structure, name, path);
            case Shape.Listing(Shape.Choice choice) -> {
                ArrayNode array = JSON.arrayNode();
                values.all(name).stream().filter(v -> !v.isBlank()).forEach(v -> array.add(v.strip()));
                yield array.isEmpty() && optional ? null : array;
            }
            case Shape.Listing(Shape element) -> lines(element, optional, name, path);
            case Shape.Mapping(Shape element) -> mapping(element, name, path);
            case Shape.Span span -> span(name);
            case Shape simple -> {
                String text = values.one(name).strip();
                yield text.isEmpty() ? null : simple(simple, text);
            }
        };
    }

    private JsonNode simple(Shape shape, String text) {
        return switch (shape) {
            case Shape.Decimal d -> number(text);
            case Shape.Whole w -> number(text);
            case Shape.Truth t ->
                "true".equals(text) || "false".equals(text)
                        ? JSON.booleanNode(Boolean.parseBoolean(text))
                        : JSON.stringNode(text);
            case Shape.Moment m ->
                JSON.stringNode(words.read(text).map(Object::toString).orElse(text));
            case Shape.Reference(String kind) ->
                JSON.stringNode(kind.isEmpty() || text.indexOf(':') >= 0 ? text : kind + ":" + text);
            default -> JSON.stringNode(text);
        };
    }

    private static JsonNode number(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('−', '-')
                .strip();
        try {
            return JSON.numberNode(new BigDecimal(plain));
        } catch (NumberFormatException e) {
            return JSON.stringNode(text);
        }
    }

    private @Nullable JsonNode span(String name) {
        String amount =
                Normalizer.normalize(values.one(name), Normalizer.Form.NFKC).strip();
        if (amount.isEmpty()) {
            return null;
        }
        if (!amount.matches("\\d{1,9}")) {
            return JSON.stringNode(amount);
        }
        return JSON.stringNode(
                switch (values.one(name + FormValues.UNIT)) {
                    case "d" -> "P" + amount + "D";
                    case "h" -> "PT" + amount + "H";
                    case "s" -> "PT" + amount + "S";
                    default -> "PT" + amount + "M";
                });
    }

    private ArrayNode rows(Shape.Structure structure, String name, String path) {
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < values.rows(name); i++) {
            String row = name + "[" + i + "]";
            if (!values.blank(row)) {
                String to = path + "[" + array.size() + "]";
                names.put(to, row);
                array.add(fields(structure, row, to));
            }
        }
        return array;
    }

    private @Nullable JsonNode lines(Shape element, boolean optional, String name, String path) {
        ArrayNode array = JSON.arrayNode();
        List<String> lines = values.one(name)
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
        for (String line : lines) {
            names.put(path + "[" + array.size() + "]", name);
            array.add(simple(element, line));
        }
        return array.isEmpty() && optional ? null : array;
    }

    private ObjectNode mapping(Shape element, String name, String path) {
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < values.rows(name); i++) {
            String row = name + "[" + i + "]";
            if (values.blank(row)) {
                continue;
            }
            String key = values.one(row + FormValues.KEY).strip();
            String to = path + "." + key;
            names.put(to, row);
            JsonNode value = value(element, false, row, to);
            if (element instanceof Shape.Structure structure) {
                value = fields(structure, row, to);
            }
            object.set(key, value == null ? JSON.nullNode() : value);
        }
        return object;
    }
}
