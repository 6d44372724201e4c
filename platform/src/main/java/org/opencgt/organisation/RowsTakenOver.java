package org.opencgt.organisation;

import java.util.List;
import java.util.function.Function;
import org.opencgt.act.Effects;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** The rows of a register that is taken over: each makes the subject whose identifier stands at its place. */
final class RowsTakenOver {

    private RowsTakenOver() {}

    /**
     * @throws IllegalArgumentException unless there is an identifier for each row
     */
    static void requireOneEach(List<?> identifiers, List<?> rows) {
        if (rows.size() != identifiers.size()) {
            throw new IllegalArgumentException("as many rows as identifiers");
        }
    }

    static <S extends Subject, R> Effects create(List<Ref<S>> identifiers, List<R> rows, Function<R, S> made) {
        Effects all = Effects.none();
        for (int i = 0; i < rows.size(); i++) {
            all = all.andCreate(identifiers.get(i), made.apply(rows.get(i)));
        }
        return all;
    }
}
