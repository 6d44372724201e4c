package org.opencgt.science.output;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How results become JSON: properties in the order of their declaration, numbers with the shortest digits that give the same
 * double again. JSON has no NaN and no infinity: NaN is written as {@code null}, an infinity as {@code "Infinity"} or
 * {@code "-Infinity"}.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(numbers())
            .build();

    private Json() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** The policy for numbers, for a mapper of one's own. */
    public static SimpleModule numbers() {
        return new SimpleModule("opencgt-numbers")
                .addSerializer(Double.class, new NumberSerializer())
                .addSerializer(double.class, new NumberSerializer())
                .addSerializer(double[].class, new ArraySerializer());
    }

    private static void write(double value, JsonGenerator json) {
        if (Double.isNaN(value)) {
            json.writeNull();
        } else if (Double.isInfinite(value)) {
            json.writeString(Double.toString(value));
        } else {
            json.writeNumber(value);
        }
    }

    private static final class NumberSerializer extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            write(value, json);
        }
    }

    private static final class ArraySerializer extends ValueSerializer<double[]> {
        @Override
        public void serialize(double[] values, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            for (double value : values) {
                write(value, json);
            }
            json.writeEndArray();
        }
    }
}
