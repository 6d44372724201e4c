package org.opencgt.act;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An act type as its record declares it. */
public record ActDeclaration(
        String name,
        Class<? extends Act> type,
        Shape.Structure shape,
        List<Role> by,
        List<Meaning> signed,
        List<Role> countersignedBy) {

    @SuppressWarnings("unchecked") // guarded by isRecord
    static ActDeclaration of(Class<? extends Act> type) {
        ActType annotation = type.getAnnotation(ActType.class);
        if (annotation == null || !type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is not a record with @ActType");
        }
        List<Role> by = List.of(annotation.by());
        List<Role> counter = annotation.countersignedBy().length == 0 ? by : List.of(annotation.countersignedBy());
        return new ActDeclaration(
                annotation.value(),
                type,
                Shapes.of((Class<? extends Record>) (Class<?>) type),
                by,
                List.of(annotation.signed()),
                counter);
    }

    /** The room of the life cycle, the first part of the name. */
    public String room() {
        return name.substring(0, name.indexOf('.'));
    }

    /** The components that refer to subjects as concerned, used or made. */
    public Stream<Field> references() {
        return shape.fields().stream().filter(f -> f.part() != Field.Part.DATA);
    }

    /** The references in the component, none where it is absent. */
    @SuppressWarnings("unchecked") // the shape says that it is a reference or a list of them
    public static List<Ref<? extends Subject>> references(Field field, Act act) {
        return switch (field.of(act)) {
            case null -> List.of();
            case Ref<?> ref -> List.of(ref);
            case List<?> list -> (List<Ref<? extends Subject>>) list;
            case Object other -> throw new IllegalStateException(field.name() + " holds " + other);
        };
    }

    /** The kind of subject that the component refers to; empty for any kind; null where it holds no reference. */
    public static @Nullable String kind(Field field) {
        return switch (field.shape()) {
            case Shape.Reference reference -> reference.kind();
            case Shape.Listing(Shape.Reference reference) -> reference.kind();
            default -> null;
        };
    }
}
