package org.opencgt.web.view;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Shape;
import org.opencgt.act.SubjectDeclaration;
import tools.jackson.databind.JsonNode;

/** Lays the JSON of a record out by its shape. */
public final class Layout {

    private static final Set<String> STATUS = Set.of("status", "stage", "decision", "severity");

    private final Words words;
    private final Map<String, String> names;
    private final Function<String, @Nullable String> reveal;

    /**
     * @param names what to call subjects, by reference
     * @param reveal the plain text behind a vault token, null where the reader may not see it
     */
    public Layout(Words words, Map<String, String> names, Function<String, @Nullable String> reveal) {
        this.words = words;
        this.names = Map.copyOf(names);
        this.reveal = reveal;
    }

    /** A state, component by component; absent ones are left out. */
    public Shown.Fields state(SubjectDeclaration declaration, JsonNode json) {
        return fields(
                declaration.shape(), json, declaration.kind(), List.of(), p -> words.state(declaration.kind(), p));
    }

    /** One component of a state. */
    public Shown component(SubjectDeclaration declaration, String name, JsonNode json) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return new Shown.Absent();
        }
        Shape shape = declaration
                .shape()
                .field(name)
                .orElseThrow(() -> new IllegalArgumentException(declaration.kind() + " has no " + name))
                .shape();
        return value(shape, value, name, declaration.kind(), List.of(name), p -> words.state(declaration.kind(), p));
    }

    /** A component within a component, as in {@code filling}, {@code concentration}. */
    public Shown within(SubjectDeclaration declaration, String outer, String name, JsonNode json) {
        JsonNode value = json.path(outer).path(name);
        if (value.isMissingNode() || value.isNull()) {
            return new Shown.Absent();
        }
        if (!(declaration.shape().field(outer).orElseThrow().shape() instanceof Shape.Structure structure)) {
            throw new IllegalArgumentException(declaration.kind() + "." + outer + " is no record");
        }
        return value(
                structure.field(name).orElseThrow().shape(),
                value,
                name,
                declaration.kind(),
                List.of(outer, name),
                p -> words.state(declaration.kind(), p));
    }

    /** An act’s data. */
    public Shown.Fields act(ActDeclaration declaration, JsonNode json) {
        return fields(declaration.shape(), json, "", List.of(), p -> words.field(declaration.name(), p));
    }

    private Shown.Fields fields(
            Shape.Structure shape,
            JsonNode json,
            String kind,
            List<String> path,
            Function<List<String>, String> label) {
        List<Shown.Item> items = new ArrayList<>();
        for (Field field : shape.fields()) {
            JsonNode value = json.get(field.name());
            if (value == null || value.isNull() || value.isContainer() && value.isEmpty()) {
                continue;
            }
            List<String> here = plus(path, field.name());
            items.add(new Shown.Item(
                    label.apply(here), field.name(), value(field.shape(), value, field.name(), kind, here, label)));
        }
        return new Shown.Fields(items);
    }

    private Shown value(
            Shape shape,
            JsonNode json,
            String name,
            String kind,
            List<String> path,
            Function<List<String>, String> label) {
        return switch (shape) {
            case Shape.Reference r -> reference(json.asString());
            case Shape.Words(int max, boolean lines, String pattern) ->
                lines
                        ? new Shown.Lines(json.asString())
                        : plain(name.equals("unit") ? Words.unit(json.asString()) : words.recorded(json.asString()));
            case Shape.Decimal(var unit, var min, var max) -> number(json, unit);
            case Shape.Whole(boolean wide, var unit, var min, var max) -> number(json, unit);
            case Shape.Truth() -> plain(words.of(json.asBoolean() ? "choice.yes" : "choice.no"));
            case Shape.Moment() -> {
                Instant time = Instant.parse(json.asString());
                yield new Shown.Time(words.time(time), time.toString());
            }
            case Shape.Day() -> new Shown.Time(words.day(LocalDate.parse(json.asString())), json.asString());
            case Shape.Span() -> new Shown.Plain(words.span(Duration.parse(json.asString())), "", true);
            case Shape.Choice choice -> {
                String word = json.asString();
                String text = words.choice(choice, word);
                yield STATUS.contains(name) ? new Shown.Badge(Tone.of(kind, word), text) : plain(text);
            }
            case Shape.Private p -> new Shown.Secret(reveal.apply(json.asString()));
            case Shape.Structure structure -> fields(structure, json, kind, path, label);
            case Shape.Listing(Shape.Structure structure)
            when flat(structure) -> grid(structure, json, List.of(), kind, path, label);
            case Shape.Listing(Shape element) -> {
                List<Shown> values = new ArrayList<>();
                json.forEach(item -> values.add(value(element, item, name, kind, path, label)));
                yield new Shown.Many(values);
            }
            case Shape.Mapping(Shape.Structure structure)
            when flat(structure) -> {
                List<String> keys = new ArrayList<>(json.propertyNames());
                yield grid(structure, json, keys, kind, path, label);
            }
            case Shape.Mapping(Shape element) -> {
                List<Shown.Item> items = new ArrayList<>();
                json.forEachEntry((key, item) ->
                        items.add(new Shown.Item(key(key), key, value(element, item, name, kind, path, label))));
                yield new Shown.Fields(items);
            }
        };
    }

    private Shown grid(
            Shape.Structure shape,
            JsonNode json,
            List<String> keys,
            String kind,
            List<String> path,
            Function<List<String>, String> label) {
        List<Field> used = shape.fields().stream()
                .filter(f -> {
                    for (JsonNode row : json) {
                        JsonNode cell = row.get(f.name());
                        if (cell != null && !cell.isNull() && !(cell.isContainer() && cell.isEmpty())) {
                            return true;
                        }
                    }
                    return false;
                })
                .toList();
        List<String> columns = new ArrayList<>();
        if (!keys.isEmpty()) {
            columns.add(words.of("grid.key"));
        }
        used.forEach(f -> columns.add(label.apply(plus(path, f.name()))));
        List<List<Shown>> rows = new ArrayList<>();
        int i = 0;
        for (JsonNode row : json) {
            List<Shown> cells = new ArrayList<>();
            if (!keys.isEmpty()) {
                cells.add(plain(key(keys.get(i))));
            }
            for (Field field : used) {
                JsonNode cell = row.get(field.name());
                cells.add(
                        cell == null || cell.isNull()
                                ? new Shown.Absent()
                                : value(field.shape(), cell, field.name(), kind, plus(path, field.name()), label));
            }
            rows.add(cells);
            i++;
        }
        return new Shown.Grid(columns, rows);
    }

    /** A key of a map: an attribute of the field, named where the glossary knows it. */
    private String key(String key) {
        return words.term(key);
    }

    private Shown number(JsonNode json, @Nullable String unit) {
        BigDecimal value = json.decimalValue();
        return new Shown.Plain(words.number(value), unit == null ? "" : Words.unit(unit), true);
    }

    private Shown reference(String ref) {
        int colon = ref.indexOf(':');
        return new Shown.Link(ref, ref.substring(colon + 1), names.get(ref), words.kind(ref.substring(0, colon)));
    }

    private static Shown plain(String text) {
        return new Shown.Plain(text, "", false);
    }

    private static boolean flat(Shape.Structure structure) {
        return structure.fields().stream()
                .allMatch(f -> !(f.shape() instanceof Shape.Structure
                        || f.shape() instanceof Shape.Mapping
                        || f.shape() instanceof Shape.Listing(Shape.Structure s)));
    }

    private static List<String> plus(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }

    /** All references in the JSON of a record. */
    public static Set<String> references(Shape shape, @Nullable JsonNode json) {
        Set<String> found = new TreeSet<>();
        collect(shape, json, found);
        return found;
    }

    private static void collect(Shape shape, @Nullable JsonNode json, Set<String> found) {
        if (json == null || json.isNull()) {
            return;
        }
        switch (shape) {
            case Shape.Reference r -> found.add(json.asString());
            case Shape.Structure structure ->
                structure.fields().forEach(f -> collect(f.shape(), json.get(f.name()), found));
            case Shape.Listing(Shape element) -> json.forEach(item -> collect(element, item, found));
            case Shape.Mapping(Shape element) -> json.forEach(item -> collect(element, item, found));
            case Shape.Words w -> {}
            case Shape.Decimal d -> {}
            case Shape.Whole w -> {}
            case Shape.Truth t -> {}
            case Shape.Moment m -> {}
            case Shape.Day d -> {}
            case Shape.Span s -> {}
            case Shape.Choice c -> {}
            case Shape.Private p -> {}
        }
    }
}
