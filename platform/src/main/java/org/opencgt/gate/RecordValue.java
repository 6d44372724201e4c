package org.opencgt.gate;

import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record or a subject in an expression. Each slot is read once and kept, so that the rules of one gate share the work; the
 * state of a subject is fetched only when a slot other than its reference is read.
 */
@SuppressWarnings("Immutable") // the slots are a cache of what the source answers, confined to one evaluation
final class RecordValue extends StructValue<String, RecordValue> {

    /** Where the slots' values come from. */
    interface Source {

        /**
         * The value of the slot as CEL knows it; null where it is absent.
         *
         * @throws MissingFact where the record that would hold it cannot be had
         */
        @Nullable
        Object read(Layout.Slot slot, String path);
    }

    private static final Object ABSENT = new Object();

    private final Layout layout;
    private final Source source;
    private final String path;
    private final @Nullable Object[] known;

    RecordValue(Layout layout, String path, Source source) {
        this.layout = layout;
        this.path = path;
        this.source = source;
        this.known = new @Nullable Object[layout.slots().size()];
    }

    Layout layout() {
        return layout;
    }

    /** How the value was reached, for example {@code unit.batch}. */
    String path() {
        return path;
    }

    /** The reference of a subject as text; null for plain records and where an example does not say it. */
    @Nullable
    String ref() {
        return layout.subject() ? (String) read(Layout.REF) : null;
    }

    /** The slot's value, or null where it is absent. */
    @Nullable
    Object read(String name) {
        Layout.Slot slot = layout.slot(name);
        if (slot == null) {
            throw new IllegalArgumentException(layout.name() + " has no " + name);
        }
        Object value = known[slot.index()];
        if (value == null) {
            value = source.read(slot, path + "." + name);
            known[slot.index()] = value == null ? ABSENT : value;
        }
        return value == ABSENT ? null : value;
    }

    @Override
    public Object select(String name) {
        Object value = read(name);
        return value == null ? new AbsentValue(path + "." + name) : CollectionValue.of(value);
    }

    @Override
    public Optional<Object> find(String name) {
        return Optional.ofNullable(read(name));
    }

    @Override
    public RecordValue value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return layout.type();
    }

    /** Subjects are equal by reference; records by their slots. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof RecordValue that) || layout.subject() != that.layout.subject()) {
            return false;
        }
        if (layout.subject()) {
            return reference().equals(that.reference());
        }
        return layout == that.layout
                && layout.slots().stream()
                        .allMatch(slot -> java.util.Objects.equals(read(slot.name()), that.read(slot.name())));
    }

    @Override
    public int hashCode() {
        return layout.subject() ? reference().hashCode() : layout.name().hashCode();
    }

    private String reference() {
        String ref = ref();
        if (ref == null) {
            throw new MissingFact(path + "." + Layout.REF);
        }
        return ref;
    }

    @Override
    public String toString() {
        return path;
    }
}
