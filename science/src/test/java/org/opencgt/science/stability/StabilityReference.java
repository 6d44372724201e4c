package org.opencgt.science.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.opencgt.science.output.Json;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import tools.jackson.databind.JsonNode;

/** The cases in {@code reference/stability}, given by independent programs. */
public final class StabilityReference {

    private StabilityReference() {}

    public static Table table(String name, String file) {
        return Csv.parse(text(name + "/" + file), name);
    }

    public static JsonNode json(String name) {
        return Json.mapper().readTree(text(name + "/expected.json"));
    }

    /** Numbers as JSON writes them, {@code "Infinity"} included. */
    public static double number(JsonNode node) {
        return node.isString() ? Double.parseDouble(node.stringValue()) : node.doubleValue();
    }

    public static void close(String what, double value, JsonNode expected, double tolerance) {
        if (expected.isNull()) {
            assertThat(value).as(what).isNaN();
        } else if (Double.isInfinite(number(expected))) {
            assertThat(value).as(what).isEqualTo(number(expected));
        } else {
            assertThat(value).as(what).isCloseTo(number(expected), within(tolerance * Math.abs(number(expected))));
        }
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(
                StabilityReference.class.getResourceAsStream("/reference/stability/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
