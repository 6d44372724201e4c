package org.opencgt.act;

import org.jspecify.annotations.Nullable;

/** The states of other subjects, as a {@link Derived} fact reads them: those of the moment at which the fact is asked for. */
@FunctionalInterface
public interface States {

    /** The subject's state; null where there is no such subject. */
    @Nullable
    Subject find(Ref<? extends Subject> ref);

    /** The state, if there is such a subject and its state is of the type. */
    default <S extends Subject> @Nullable S find(Ref<S> ref, Class<S> type) {
        Subject state = find(ref);
        return type.isInstance(state) ? type.cast(state) : null;
    }
}
