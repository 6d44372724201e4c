package org.opencgt.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value laid out for reading. */
public sealed interface Shown {

    /** Text or a number, with its unit; {@code numeric} is set in figures of equal width. */
    record Plain(String text, String unit, boolean numeric) implements Shown {}

    /** A time, with the exact one for machines. */
    record Time(String text, String iso) implements Shown {}

    /** Text of several lines. */
    record Lines(String text) implements Shown {}

    /** A subject with a page of its own. */
    record Link(String ref, String id, @Nullable String name, String kind) implements Shown {}

    /** A status: icon, word, colour. */
    record Badge(Tone tone, String text) implements Shown {}

    /** Personal data; {@code plain} is null for a reader who may not see them. */
    record Secret(@Nullable String plain) implements Shown {}

    /** Named values. */
    record Fields(List<Item> items) implements Shown {}

    /** Values in order. */
    record Many(List<Shown> values) implements Shown {}

    /** Records of one shape. */
    record Grid(List<String> columns, List<List<Shown>> rows) implements Shown {}

    /** Nothing recorded. */
    record Absent() implements Shown {}

    /** A value and its name. */
    record Item(String label, String name, Shown value) {

        /** Whether it needs the whole width. */
        public boolean wide() {
            return record() || value instanceof Lines;
        }

        /** Whether it is a record of its own, rather than one value. */
        public boolean record() {
            return value instanceof Fields
                    || value instanceof Grid
                    || value instanceof Many(List<Shown> many)
                            && many.stream().anyMatch(v -> v instanceof Fields || v instanceof Grid);
        }
    }
}
