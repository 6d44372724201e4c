package org.opencgt.gate;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Field;
import org.opencgt.act.Shape;

/** A record type as expressions see it: named slots with their types. */
final class Layout {

    /** The slot of every state: its reference as text. */
    static final String REF = "ref";

    /** The slot of a subject of any kind beside {@link #REF}. */
    static final String KIND = "kind";

    /**
     * A name that can be selected.
     *
     * @param shape what its values look like in Java and JSON
     * @param field the record's component; null for {@link #REF}, {@link #KIND} and the parts of {@code after}
     */
    record Slot(
            int index,
            String name,
            Shape shape,
            CelType type,
            @Nullable Field field) {}

    private final String name;
    private final boolean subject;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final StructType type;

    /** A layout without slots yet; they follow, so that types may refer to one another. */
    @SuppressWarnings("Immutable") // slots are added while the types are set up and never afterwards
    Layout(String name, boolean subject, Collection<String> names) {
        this.name = name;
        this.subject = subject;
        this.type = StructType.create(
                name,
                ImmutableSet.copyOf(names),
                field -> Optional.ofNullable(slots.get(field)).map(Slot::type));
    }

    void add(String slot, Shape shape, CelType slotType, @Nullable Field field) {
        slots.put(slot, new Slot(slots.size(), slot, shape, slotType, field));
    }

    String name() {
        return name;
    }

    /** Whether it is the state of a subject, reached by reference. */
    boolean subject() {
        return subject;
    }

    StructType type() {
        return type;
    }

    @Nullable
    Slot slot(String slot) {
        return slots.get(slot);
    }

    Collection<Slot> slots() {
        return slots.values();
    }
}
