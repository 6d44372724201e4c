package org.opencgt.act;

import java.util.List;
import java.util.Locale;
import org.opencgt.language.Texts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (draft 2020-12) of an act, with titles in one language and units as {@code x-unit} (UCUM). */
public final class ActSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ActSchema() {}

    public static ObjectNode of(ActDeclaration type, Texts texts, Locale locale) {
        ObjectNode schema = structure(type.shape(), type.name(), texts, locale);
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "https://opencgt.org/acts/" + type.name());
        schema.put("title", texts.of(locale, "act." + type.name()));
        texts.find(locale, "act." + type.name() + ".about").ifPresent(about -> schema.put("description", about));
        ArrayNode by = schema.putArray("x-performed-by");
        type.by().forEach(role -> by.add(Shapes.word(role)));
        ArrayNode signed = schema.putArray("x-signed");
        type.signed().forEach(meaning -> signed.add(Shapes.word(meaning)));
        return schema;
    }

    private static ObjectNode structure(Shape.Structure shape, String name, Texts texts, Locale locale) {
        ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (Field field : shape.fields()) {
            ObjectNode property = of(field.shape(), name, texts, locale);
            property.put("title", label(name, field.name(), texts, locale));
            if (field.part() != Field.Part.DATA) {
                property.put("x-part", field.part().name().toLowerCase(Locale.ROOT));
            }
            properties.set(field.name(), property);
            boolean issued = field.part() == Field.Part.MAKES && field.shape() instanceof Shape.Reference;
            boolean emptyable = field.shape() instanceof Shape.Listing || field.shape() instanceof Shape.Mapping;
            if (!field.optional() && !issued && !emptyable) {
                required.add(field.name());
            }
        }
        schema.set("required", required);
        return schema;
    }

    /** The label of a component: its own text, else the general one of that name. */
    public static String label(String type, String field, Texts texts, Locale locale) {
        return texts.ofFirst(locale, List.of("field." + type + "." + field, "field." + field));
    }

    private static ObjectNode of(Shape shape, String name, Texts texts, Locale locale) {
        ObjectNode schema = JSON.objectNode();
        switch (shape) {
            case Shape.Reference(String kind) ->
                schema.put("type", "string")
                        .put("pattern", (kind.isEmpty() ? "[a-z-]+" : kind) + ":.+")
                        .put("x-kind", kind);
            case Shape.Words words -> {
                schema.put("type", "string").put("minLength", 1).put("maxLength", words.max());
                if (!words.pattern().isEmpty()) {
                    schema.put("pattern", "^(?:" + words.pattern() + ")$");
                }
            }
            case Shape.Decimal(var unit, var min, var max) -> number(schema, "number", unit, min, max);
            case Shape.Whole whole -> number(schema, "integer", whole.unit(), whole.min(), whole.max());
            case Shape.Truth() -> schema.put("type", "boolean");
            case Shape.Moment() -> schema.put("type", "string").put("format", "date-time");
            case Shape.Day() -> schema.put("type", "string").put("format", "date");
            case Shape.Span() -> schema.put("type", "string").put("format", "duration");
            case Shape.Choice choice -> {
                schema.put("type", "string");
                ArrayNode options = schema.putArray("enum");
                choice.options().forEach(options::add);
            }
            case Shape.Private p ->
                schema.put("type", "string").put("maxLength", 200).put("x-personal", true);
            case Shape.Structure structure -> {
                return structure(structure, name, texts, locale);
            }
            case Shape.Listing(Shape element) ->
                schema.put("type", "array").set("items", of(element, name, texts, locale));
            case Shape.Mapping(Shape element) ->
                schema.put("type", "object").set("additionalProperties", of(element, name, texts, locale));
        }
        return schema;
    }

    private static void number(
            ObjectNode schema,
            String type,
            @org.jspecify.annotations.Nullable String unit,
            java.math.@org.jspecify.annotations.Nullable BigDecimal min,
            java.math.@org.jspecify.annotations.Nullable BigDecimal max) {
        schema.put("type", type);
        if (unit != null) {
            schema.put("x-unit", unit);
        }
        if (min != null) {
            schema.put("minimum", min);
        }
        if (max != null) {
            schema.put("maximum", max);
        }
    }
}
