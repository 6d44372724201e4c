package org.opencgt.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form.
 *
 * @param name of its parameter: the path in the act, as in {@code readings[3].temperature}
 * @param errors in words
 */
public record FormField(
        String name, String label, boolean optional, String value, List<String> errors, Control control) {

    public FormField {
        errors = List.copyOf(errors);
    }

    /** The form of the glossary’s terms. */
    public static final String TERM = "[a-z][a-z0-9_]*";

    /** How it is filled in. */
    public sealed interface Control {}

    public record TextBox(int max, boolean lines, String pattern) implements Control {

        /** Whether it takes a term of the glossary, as it stands in data. */
        public boolean term() {
            return pattern.equals(TERM);
        }
    }

    /** {@code range} is the allowed range in words, empty where there is none. */
    public record NumberBox(String unit, String range, boolean whole) implements Control {}

    public record YesNo() implements Control {}

    /** {@code zoned} where the time zone is said beside it. */
    public record TimeBox(boolean zoned) implements Control {}

    public record DayBox() implements Control {}

    /** A length of time as an amount and its unit. */
    public record SpanBox(String unit, List<Option> units) implements Control {}

    /** One of few (radio buttons) or of many (a list). */
    public record Choice(List<Option> options, boolean few) implements Control {}

    /** Any of these. */
    public record Several(List<Option> options) implements Control {}

    public record PersonalBox() implements Control {}

    /**
     * A subject, scanned or looked up.
     *
     * @param kind empty for any
     * @param found what the reference names, null where nothing is known of it
     * @param issued whether the system issues the identifier where the field is left empty
     */
    public record ScanBox(
            String kind, String kindName, @Nullable String found, boolean issued) implements Control {}

    /** Several simple values, one a line; {@code kind} names the subjects where they are references. */
    public record LinesBox(@Nullable String kind, String kindName) implements Control {}

    public record Group(List<FormField> fields) implements Control {}

    /** Rows that can be added and removed. */
    public record Rows(List<Row> rows) implements Control {}

    /** A row; {@code key} names it where the act keeps the rows by name. */
    public record Row(int index, @Nullable FormField key, List<FormField> fields) {}

    /** A choice and its text. */
    public record Option(String word, String text, boolean chosen) {}

    /** The id of its control in the page. */
    public String id() {
        return "f-" + name.replaceAll("[^A-Za-z0-9]", "-");
    }

    /** The ids of what describes the control, for assistive technology. */
    public @Nullable String describedBy() {
        StringBuilder ids = new StringBuilder();
        if (!errors.isEmpty()) {
            ids.append(id()).append("-error ");
        }
        if (control instanceof NumberBox n && !n.range().isEmpty()
                || control instanceof TextBox t && t.term()
                || control instanceof ScanBox
                || control instanceof LinesBox
                || control instanceof PersonalBox
                || control instanceof TimeBox(boolean zoned) && zoned) {
            ids.append(id()).append("-hint ");
        }
        return ids.isEmpty() ? null : ids.toString().strip();
    }

    public boolean block() {
        return control instanceof Group || control instanceof Rows;
    }
}
