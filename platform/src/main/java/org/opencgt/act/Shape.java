package org.opencgt.act;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of a value in an act or a state, read off the record that declares it. Reading and writing JSON, the JSON Schema,
 * the page form and the types of gate expressions all follow from it.
 */
public sealed interface Shape {

    /** A reference to a subject of the kind. JSON: {@code "kind:identifier"}. */
    record Reference(String kind) implements Shape {}

    /** Text. JSON: a string. */
    record Words(int max, boolean lines, String pattern) implements Shape {}

    /** A number with a unit ({@code BigDecimal}). JSON: a number. */
    record Decimal(
            @Nullable String unit,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) implements Shape {}

    /** A whole number ({@code int} or {@code long}). JSON: a number. */
    record Whole(
            boolean wide,
            @Nullable String unit,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) implements Shape {}

    /** Yes or no. JSON: a boolean. */
    record Truth() implements Shape {}

    /** A point in time ({@code Instant}). JSON: ISO 8601 with offset; written in UTC. */
    record Moment() implements Shape {}

    /** A calendar day ({@code LocalDate}). JSON: {@code 2026-03-02}. */
    record Day() implements Shape {}

    /** A length of time ({@code Duration}). JSON: ISO 8601, {@code PT30M}. */
    record Span() implements Shape {}

    /** One of fixed values (an enum). JSON: the constant's name in lower case. */
    record Choice(Class<? extends Enum<?>> type, List<String> options) implements Shape {}

    /**
     * Personal data: plain text in the input, a vault token in the ledger.
     *
     * @param whose the component that refers to the subject within which equal texts have equal tokens; empty: each has its own
     */
    record Private(String whose) implements Shape {}

    /** A nested record. JSON: an object. */
    record Structure(Class<? extends Record> type, List<Field> fields) implements Shape {

        public Optional<Field> field(String name) {
            for (Field field : fields) {
                if (field.name().equals(name)) {
                    return Optional.of(field);
                }
            }
            return Optional.empty();
        }
    }

    /** Values in order. JSON: an array. */
    record Listing(Shape element) implements Shape {}

    /** Values by text. JSON: an object. */
    record Mapping(Shape value) implements Shape {}
}
