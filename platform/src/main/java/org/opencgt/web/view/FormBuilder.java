package org.opencgt.web.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Shape;

/** Makes the fields of an act’s form from its shape, what stands in them and what is wrong with it. */
public final class FormBuilder {

    /** Choices up to this number stand side by side. */
    private static final int FEW = 6;

    private final Words words;
    private final ActDeclaration declaration;
    private final FormValues values;
    private final Map<String, List<String>> errors;
    private final Map<String, String> found;

    /**
     * @param errors in words, by name of the field
     * @param found what references in the fields name, by reference
     */
    public FormBuilder(
            Words words,
            ActDeclaration declaration,
            FormValues values,
            Map<String, List<String>> errors,
            Map<String, String> found) {
        this.words = words;
        this.declaration = declaration;
        this.values = values;
        this.errors = Map.copyOf(errors);
        this.found = Map.copyOf(found);
    }

    public List<FormField> fields() {
        List<FormField> fields = new ArrayList<>(fields(declaration.shape(), "", List.of()));
        // identifiers that the system issues come last: one hardly ever types them
        fields.sort(
                java.util.Comparator.comparing(f -> f.control() instanceof FormField.ScanBox scan && scan.issued()));
        return List.copyOf(fields);
    }

    private List<FormField> fields(Shape.Structure shape, String name, List<String> path) {
        List<FormField> fields = new ArrayList<>();
        for (Field field : shape.fields()) {
            String at = name.isEmpty() ? field.name() : name + "." + field.name();
            List<String> here = plus(path, field.name());
            boolean issued = field.part() == Field.Part.MAKES;
            boolean optional = field.optional()
                    || issued
                    || field.shape() instanceof Shape.Listing
                    || field.shape() instanceof Shape.Mapping;
            fields.add(field(
                    at, words.field(declaration.name(), here), optional, control(field.shape(), at, here, issued)));
        }
        return fields;
    }

    private FormField field(String name, String label, boolean optional, FormField.Control control) {
        return new FormField(name, label, optional, values.one(name), errors.getOrDefault(name, List.of()), control);
    }

    private FormField.Control control(Shape shape, String name, List<String> path, boolean issued) {
        return switch (shape) {
            case Shape.Reference(String kind) -> scan(kind, name, issued);
            case Shape.Words(int max, boolean lines, String pattern) -> new FormField.TextBox(max, lines, pattern);
            case Shape.Decimal(var unit, var min, var max) ->
                new FormField.NumberBox(unit(unit), range(unit, min, max), false);
            case Shape.Whole(boolean wide, var unit, var min, var max) ->
                new FormField.NumberBox(unit(unit), range(unit, min, max), true);
            case Shape.Truth t -> new FormField.YesNo();
            case Shape.Moment m -> new FormField.TimeBox(false);
            case Shape.Day d -> new FormField.DayBox();
            case Shape.Span s -> span(name);
            case Shape.Choice choice -> {
                List<FormField.Option> options = options(choice, List.of(values.one(name)));
                yield new FormField.Choice(options, options.size() <= FEW);
            }
            case Shape.Private p -> new FormField.PersonalBox();
            case Shape.Structure structure -> new FormField.Group(fields(structure, name, path));
            case Shape.Listing(Shape.Structure structure) -> rows(structure, name, path, false);
            case Shape.Listing(Shape.Choice choice) -> new FormField.Several(options(choice, values.all(name)));
            case Shape.Listing(Shape.Reference(String kind)) ->
                new FormField.LinesBox(kind, kind.isEmpty() ? "" : words.kind(kind));
            case Shape.Listing(Shape element) -> new FormField.LinesBox(null, "");
            case Shape.Mapping(Shape element) -> rows(element, name, path, true);
        };
    }

    private FormField.ScanBox scan(String kind, String name, boolean issued) {
        String value = values.one(name).strip();
        String ref = value.contains(":") || kind.isEmpty() ? value : kind + ":" + value;
        return new FormField.ScanBox(kind, kind.isEmpty() ? "" : words.kind(kind), found.get(ref), issued);
    }

    private FormField.Rows rows(Shape element, String name, List<String> path, boolean keyed) {
        List<FormField.Row> rows = new ArrayList<>();
        for (int i = 0; i < values.rows(name); i++) {
            String row = name + "[" + i + "]";
            FormField key = keyed
                    ? field(row + FormValues.KEY, words.of("grid.key"), false, new FormField.TextBox(60, false, ""))
                    : null;
            List<FormField> fields = element instanceof Shape.Structure structure
                    ? fields(structure, row, path)
                    : List.of(field(row, words.of("grid.value"), false, control(element, row, path, false)));
            rows.add(new FormField.Row(i, key, fields));
        }
        return new FormField.Rows(rows);
    }

    private FormField.SpanBox span(String name) {
        String unit = values.one(name + FormValues.UNIT);
        String chosen = unit.isEmpty() ? "min" : unit;
        return new FormField.SpanBox(
                chosen,
                List.of("s", "min", "h", "d").stream()
                        .map(u -> new FormField.Option(u, words.of("span.unit." + u), u.equals(chosen)))
                        .toList());
    }

    private List<FormField.Option> options(Shape.Choice choice, List<String> chosen) {
        return choice.options().stream()
                .map(word -> new FormField.Option(word, words.choice(choice, word), chosen.contains(word)))
                .toList();
    }

    private static String unit(@Nullable String ucum) {
        return ucum == null ? "" : Words.unit(ucum);
    }

    private String range(@Nullable String ucum, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        String unit = unit(ucum);
        if (min != null && max != null) {
            return words.of("form.range", words.number(min), words.number(max), unit)
                    .strip();
        }
        if (min != null) {
            return words.of("form.range.from", words.number(min), unit).strip();
        }
        return max == null
                ? ""
                : words.of("form.range.to", words.number(max), unit).strip();
    }

    private static List<String> plus(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }
}
