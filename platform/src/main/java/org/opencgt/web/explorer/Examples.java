package org.opencgt.web.explorer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.catalogue.Parameter;
import org.opencgt.science.catalogue.Verb;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people can try an analysis with: {@code examples/AREA-VERB.json} beside this class, an object of options; a file is the
 * name of a CSV file there. Subjects and numbers are invented.
 */
public final class Examples {

    private static final JsonMapper JSON = new JsonMapper();

    private Examples() {}

    /** The fields of the form filled in; empty if there is no example. */
    public static Map<String, List<String>> of(Verb verb) {
        Map<String, List<String>> fields = new HashMap<>();
        for (Map.Entry<String, JsonNode> option : options(verb)) {
            fields.put(option.getKey(), texts(verb, option.getKey(), option.getValue()));
        }
        return fields;
    }

    /** Whether the example sets an option, so that it stands among the first. */
    public static boolean sets(Verb verb, Parameter parameter) {
        return options(verb).stream().anyMatch(option -> option.getKey().equals(parameter.property()));
    }

    private static List<Map.Entry<String, JsonNode>> options(Verb verb) {
        return read(verb.area() + "-" + verb.name() + ".json")
                .map(text -> List.copyOf(JSON.readTree(text).properties()))
                .orElse(List.of());
    }

    private static List<String> texts(Verb verb, String property, JsonNode value) {
        Parameter parameter = verb.parameter(property)
                .orElseThrow(() -> new IllegalStateException(verb.area() + " " + verb.name() + " has no " + property));
        if (parameter.form() == Parameter.Form.FILE) {
            return List.of(
                    read(value.stringValue()).orElseThrow(() -> new IllegalStateException("no example " + value)));
        }
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(one -> texts.add(one.asString()));
        } else {
            texts.add(value.asString());
        }
        return texts;
    }

    private static Optional<String> read(String name) {
        try (@Nullable InputStream in = Examples.class.getResourceAsStream("examples/" + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
