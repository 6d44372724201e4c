package org.opencgt.gate;

import java.util.Set;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Vocabulary;

/** Finds the product that a subject belongs to, as a {@link Jurisdiction} does for the subjects of an act. */
public final class ProductSearch {

    private ProductSearch() {}

    /** The products; more than one only where the subject holds things of several; empty where it leads to none. */
    public static Set<Ref<? extends Subject>> of(Vocabulary vocabulary, Facts facts, Ref<? extends Subject> subject) {
        return new ConcernedProducts(vocabulary, facts::state).visit(subject).found();
    }
}
