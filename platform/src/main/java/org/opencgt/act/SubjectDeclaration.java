package org.opencgt.act;

import java.util.List;

/**
 * A kind of subject as the record of its state declares it.
 *
 * @param prefix of identifiers issued by the system
 * @param derived facts that follow from the state and are not part of it; see {@link Derived}
 */
public record SubjectDeclaration(
        String kind, String prefix, Class<? extends Subject> type, Shape.Structure shape, List<Field> derived) {

    @SuppressWarnings("unchecked") // guarded by isRecord
    static SubjectDeclaration of(Class<? extends Subject> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is not a record");
        }
        Subject.Kind kind = type.getAnnotation(Subject.Kind.class);
        return new SubjectDeclaration(
                kind.value(),
                kind.prefix(),
                type,
                Shapes.of((Class<? extends Record>) (Class<?>) type),
                Shapes.derived(type));
    }
}
