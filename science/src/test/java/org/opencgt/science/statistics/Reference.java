package org.opencgt.science.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.opencgt.science.output.Json;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import tools.jackson.databind.JsonNode;

/** Cases in {@code reference}, one folder each; the README of their area tells where they come from. */
public final class Reference {

    private Reference() {}

    /** The expected results of a case such as {@code process/constants}. */
    public static JsonNode expected(String name) {
        return Json.mapper().readTree(text(name + "/expected.json")).get("expected");
    }

    public static Table table(String file) {
        return Csv.parse(text(file), file);
    }

    private static String text(String file) {
        try (InputStream in = Reference.class.getResourceAsStream("/reference/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Agreement to {@code relative}, or 1e-14 around zero; null is NaN. */
    public static void check(String what, double found, JsonNode expected, double relative) {
        if (expected.isNull()) {
            assertThat(found).as(what).isNaN();
            return;
        }
        double value = expected.isString() ? Double.parseDouble(infinity(expected)) : expected.doubleValue();
        assertThat(Math.abs(found - value) <= Math.max(1e-14, relative * Math.abs(value)) || found == value)
                .as("%s: %s, expected %s", what, found, value)
                .isTrue();
    }

    private static String infinity(JsonNode text) {
        return text.asString().replace("Inf", "Infinity").replace("Infinityinity", "Infinity");
    }
}
