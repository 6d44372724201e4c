package org.opencgt.science.dosefinding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.opencgt.science.output.Json;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import tools.jackson.databind.JsonNode;

/** The reference figures in {@code reference/dosefinding}, given by independent programs. */
public final class Reference {

    private Reference() {}

    public static Table table(String file) {
        return Csv.parse(text(file), file);
    }

    public static JsonNode json(String file) {
        return Json.mapper().readTree(text(file));
    }

    public static List<Double> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::doubleValue)
                .toList();
    }

    public static int[] counts(String joined) {
        return Arrays.stream(joined.split(";")).mapToInt(Integer::parseInt).toArray();
    }

    private static String text(String file) {
        try (InputStream in =
                Objects.requireNonNull(Reference.class.getResourceAsStream("/reference/dosefinding/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
