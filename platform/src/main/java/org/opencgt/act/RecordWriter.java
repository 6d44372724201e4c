package org.opencgt.act;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a record as JSON by its {@link Shape}; absent components are left out, and one that may not be absent is an error. The
 * inverse of {@link RecordReader}.
 */
public final class RecordWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RecordWriter() {}

    public static ObjectNode write(Record value) {
        return structure(Shapes.of(value.getClass()), value);
    }

    private static ObjectNode structure(Shape.Structure shape, Object value) {
        ObjectNode json = JSON.objectNode();
        for (Field field : shape.fields()) {
            Object component = field.of(value);
            if (component != null) {
                json.set(field.name(), value(field.shape(), component));
            } else if (!field.optional()) {
                throw new IllegalStateException(shape.type().getSimpleName() + "." + field.name() + " is missing");
            }
        }
        return json;
    }

    private static JsonNode value(Shape shape, Object value) {
        return switch (shape) {
            case Shape.Decimal decimal -> JSON.numberNode((BigDecimal) value);
            case Shape.Whole whole -> JSON.numberNode(((Number) value).longValue());
            case Shape.Truth() -> JSON.booleanNode((Boolean) value);
            case Shape.Choice choice -> JSON.stringNode(Shapes.word((Enum<?>) value));
            case Shape.Private p -> JSON.stringNode(((Personal) value).token());
            case Shape.Reference r -> JSON.stringNode(value.toString());
            case Shape.Words w -> JSON.stringNode(value.toString());
            case Shape.Moment() -> JSON.stringNode(value.toString());
            case Shape.Day() -> JSON.stringNode(value.toString());
            case Shape.Span() -> JSON.stringNode(value.toString());
            case Shape.Structure structure -> structure(structure, value);
            case Shape.Listing(Shape element) -> {
                ArrayNode array = JSON.arrayNode();
                ((List<?>) value).forEach(item -> array.add(value(element, item)));
                yield array;
            }
            case Shape.Mapping(Shape element) -> {
                ObjectNode object = JSON.objectNode();
                ((Map<?, ?>) value).forEach((key, item) -> object.set((String) key, value(element, item)));
                yield object;
            }
        };
    }
}
