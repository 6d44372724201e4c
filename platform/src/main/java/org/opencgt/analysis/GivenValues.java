package org.opencgt.analysis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Parameter;
import org.opencgt.science.catalogue.Verb;
import tools.jackson.databind.JsonNode;

/** Reads what an analysis is asked from JSON or from the fields of a form. */
public final class GivenValues {

    private static final int MOST_DIGITS = 40;

    private final Verb verb;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, Asked.TextFile> files = new LinkedHashMap<>();

    private GivenValues(Verb verb) {
        this.verb = verb;
    }

    /**
     * From an object whose properties are named as the options; null is as if absent.
     *
     * @throws NotAskable if a value is of a kind that its option does not take
     */
    public static Asked of(Verb verb, JsonNode object) {
        if (!object.isObject()) {
            throw new NotAskable("", "object");
        }
        GivenValues given = new GivenValues(verb);
        object.properties().forEach(property -> given.add(property.getKey(), property.getValue()));
        return new Asked(given.values, given.files);
    }

    /**
     * From the fields of a form; an empty field is as if absent, and lines of one are several values.
     *
     * @param uploads by name of the option
     */
    public static Asked of(Verb verb, Map<String, List<String>> fields, Map<String, Asked.TextFile> uploads) {
        GivenValues given = new GivenValues(verb);
        fields.forEach((name, texts) -> {
            List<String> present =
                    texts.stream().filter(text -> !text.isBlank()).toList();
            if (!present.isEmpty()) {
                given.addTexts(name, present);
            }
        });
        uploads.forEach((name, file) -> {
            given.requireFile(name);
            given.files.put(name, file);
        });
        return new Asked(given.values, given.files);
    }

    private void add(String name, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        Parameter parameter = verb.parameter(name).orElse(null);
        if (parameter == null) {
            values.put(name, List.of("")); // refused by the analysis, as an option that it does not know
            return;
        }
        switch (parameter.form()) {
            case FLAG -> {
                if (!value.isBoolean()) {
                    throw new NotAskable(name, "flag");
                }
                if (value.booleanValue()) {
                    values.put(name, List.of());
                }
            }
            case FILE -> {
                if (!value.isString()) {
                    throw new NotAskable(name, "file");
                }
                putFile(parameter, name, value.stringValue());
            }
            default -> {
                if (value.isArray() && !parameter.many()) {
                    throw new NotAskable(name, "one");
                }
                List<String> all = new ArrayList<>();
                if (value.isArray()) {
                    value.forEach(element -> all.add(scalar(name, element)));
                } else {
                    all.add(scalar(name, value));
                }
                if (!all.isEmpty()) {
                    values.put(name, all);
                }
            }
        }
    }

    private void addTexts(String name, List<String> texts) {
        Parameter parameter = verb.parameter(name).orElse(null);
        if (parameter == null) {
            values.put(name, texts);
            return;
        }
        switch (parameter.form()) {
            case FLAG -> {
                if (!texts.getLast().equals("false")) {
                    values.put(name, List.of());
                }
            }
            case FILE -> putFile(parameter, name, texts.getLast());
            default -> {
                List<String> all = parameter.many()
                        ? texts.stream()
                                .flatMap(String::lines)
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList()
                        : texts.stream().map(String::strip).toList();
                values.put(name, all);
            }
        }
    }

    private void putFile(Parameter parameter, String name, String text) {
        files.put(name, new Asked.TextFile(parameter.property() + ".csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private void requireFile(String name) {
        if (verb.parameter(name).filter(p -> p.form() == Parameter.Form.FILE).isEmpty()) {
            throw new NotAskable(name, "no-file");
        }
    }

    private static String scalar(String name, JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isNumber()) {
            var number = value.decimalValue();
            boolean plain = number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
            return plain ? number.stripTrailingZeros().toPlainString() : number.toString();
        }
        throw new NotAskable(name, "scalar");
    }
}
