package org.opencgt.gate;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** What is known of subjects when a gate is asked: one consistent snapshot, read only as far as expressions reach. */
public interface Facts {

    /** The subject's state before the act; null where there is no such subject. */
    @Nullable
    Subject state(Ref<? extends Subject> ref);

    /** What is open for the subject, the earliest due first. */
    List<OpenObligation> obligations(Ref<? extends Subject> ref);

    /** Every subject above it in the lineage. */
    Set<Ref<? extends Subject>> ancestors(Ref<? extends Subject> ref);

    /** Every subject below it in the lineage. */
    Set<Ref<? extends Subject>> descendants(Ref<? extends Subject> ref);
}
