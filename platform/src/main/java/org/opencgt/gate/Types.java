package org.opencgt.gate;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Shape;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.act.Vocabulary;

/**
 * Every record that an expression can reach, as a CEL type: acts, states and what is nested in them. A reference is typed as
 * the state that it refers to, so that it is followed with a dot.
 */
@SuppressWarnings("Immutable") // filled in the constructor and read only afterwards
final class Types implements CelTypeProvider {

    /** A subject of any kind: only {@code ref} and {@code kind} are known of it. */
    static final String ANY = "subject.Any";

    /** An element of {@code obligations(...)}. */
    static final String OBLIGATION = "gate.Obligation";

    private final Map<String, Layout> layouts = new LinkedHashMap<>();
    private final Map<String, Layout> states = new HashMap<>();

    Types(Vocabulary vocabulary) {
        Layout any = new Layout(ANY, true, List.of(Layout.REF, Layout.KIND));
        layouts.put(ANY, any);
        any.add(Layout.REF, WORDS, SimpleType.STRING, null);
        any.add(Layout.KIND, WORDS, SimpleType.STRING, null);
        Layout obligation = new Layout(OBLIGATION, false, List.of("clause", "name", "due"));
        layouts.put(OBLIGATION, obligation);
        obligation.add("clause", WORDS, SimpleType.STRING, null);
        obligation.add("name", WORDS, SimpleType.STRING, null);
        obligation.add("due", new Shape.Moment(), SimpleType.TIMESTAMP, null);
        for (SubjectDeclaration subject : vocabulary.subjects()) {
            states.put(subject.kind(), empty(subject.shape(), subject.derived()));
        }
        for (SubjectDeclaration subject : vocabulary.subjects()) {
            fill(state(subject.kind()), subject.shape(), subject.derived());
        }
        for (ActDeclaration act : vocabulary.acts()) {
            structure(act.shape());
            after(act);
        }
    }

    private static final Shape.Words WORDS = new Shape.Words(Integer.MAX_VALUE, true, "");

    /** The layout of a kind's state; {@link #ANY} for the empty kind. */
    Layout state(String kind) {
        Layout layout = kind.isEmpty() ? layouts.get(ANY) : states.get(kind);
        if (layout == null) {
            throw new IllegalArgumentException("no state declares the kind " + kind);
        }
        return layout;
    }

    /** The layouts of all states, by kind. */
    Map<String, Layout> states() {
        return states;
    }

    Layout record(Class<?> type) {
        return named(name(type));
    }

    Layout named(String name) {
        Layout layout = layouts.get(name);
        if (layout == null) {
            throw new IllegalArgumentException("not a type of expressions: " + name);
        }
        return layout;
    }

    @Nullable
    Layout find(String name) {
        return layouts.get(name);
    }

    Layout after(ActDeclaration act) {
        String name = name(act.type()) + ".after";
        Layout known = layouts.get(name);
        if (known != null) {
            return known;
        }
        List<Field> references = references(act);
        Layout layout =
                new Layout(name, false, references.stream().map(Field::name).toList());
        layouts.put(name, layout);
        for (Field field : references) {
            layout.add(field.name(), field.shape(), type(field.shape()), null);
        }
        return layout;
    }

    /** The components of the act that hold a reference or a list of them. */
    static List<Field> references(ActDeclaration act) {
        return act.shape().fields().stream()
                .filter(field -> ActDeclaration.kind(field) != null)
                .toList();
    }

    CelType type(Shape shape) {
        return switch (shape) {
            case Shape.Reference(String kind) ->
                StructTypeReference.create(state(kind).name());
            case Shape.Words w -> SimpleType.STRING;
            case Shape.Choice c -> SimpleType.STRING;
            case Shape.Private p -> SimpleType.STRING;
            case Shape.Decimal d -> SimpleType.DOUBLE;
            case Shape.Whole w -> SimpleType.INT;
            case Shape.Truth t -> SimpleType.BOOL;
            case Shape.Moment m -> SimpleType.TIMESTAMP;
            case Shape.Day d -> SimpleType.TIMESTAMP;
            case Shape.Span s -> SimpleType.DURATION;
            case Shape.Structure structure ->
                StructTypeReference.create(structure(structure).name());
            case Shape.Listing(Shape element) -> ListType.create(type(element));
            case Shape.Mapping(Shape value) -> MapType.create(SimpleType.STRING, type(value));
        };
    }

    private Layout structure(Shape.Structure shape) {
        Layout known = layouts.get(name(shape.type()));
        if (known != null) {
            return known;
        }
        Layout layout = empty(shape, null);
        fill(layout, shape, List.of());
        return layout;
    }

    /** @param derived facts that the state derives; null for records that are no states */
    private Layout empty(Shape.Structure shape, @Nullable List<Field> derived) {
        List<String> names =
                new ArrayList<>(shape.fields().stream().map(Field::name).toList());
        if (derived != null) {
            derived.forEach(field -> names.add(field.name()));
            if (names.contains(Layout.REF)) {
                throw new IllegalArgumentException(shape.type() + " may not have a component named ref");
            }
            names.add(Layout.REF);
        }
        Layout layout = new Layout(name(shape.type()), derived != null, names);
        layouts.put(layout.name(), layout);
        return layout;
    }

    private void fill(Layout layout, Shape.Structure shape, List<Field> derived) {
        for (Field field : shape.fields()) {
            layout.add(field.name(), field.shape(), type(field.shape()), field);
        }
        for (Field field : derived) {
            layout.add(field.name(), field.shape(), type(field.shape()), field);
        }
        if (layout.subject()) {
            layout.add(Layout.REF, WORDS, SimpleType.STRING, null);
        }
    }

    /** {@code org.opencgt.subject.Unit$Thawing} is {@code subject.Unit.Thawing}. */
    private static String name(Class<?> type) {
        String name = type.getName().replace('$', '.');
        return name.startsWith("org.opencgt.") ? name.substring("org.opencgt.".length()) : name;
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return layouts.values().stream().map(Layout::type).collect(ImmutableList.toImmutableList());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(layouts.get(name)).map(Layout::type);
    }
}
