package org.opencgt.act;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name of a subject: its kind and its identifier, written {@code kind:identifier}, for example
 * {@code unit:A99992600000100-01}.
 *
 * @param <S> the type of the subject's state
 * @param kind as declared by {@link Subject.Kind}
 * @param id unique within the kind; letters, digits and {@code . _ - = %}, at most 64
 */
public record Ref<S extends Subject>(String kind, String id) implements Comparable<Ref<?>> {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{1,30}");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._%=-]{0,63}");

    public Ref {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("not a kind of subject: " + kind);
        }
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an identifier: " + id);
        }
    }

    /** Reads {@code kind:identifier}. */
    @JsonCreator
    public static <S extends Subject> Ref<S> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a reference (kind:identifier): " + text);
        }
        return new Ref<>(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public int compareTo(Ref<?> other) {
        return toString().compareTo(other.toString());
    }

    @JsonValue
    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
