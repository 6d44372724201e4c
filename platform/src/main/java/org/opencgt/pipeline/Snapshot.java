package org.opencgt.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.gate.Facts;
import org.opencgt.gate.OpenObligation;
import org.opencgt.ledger.Ledger;
import org.opencgt.ledger.SubjectRow;
import org.opencgt.lineage.Lineage;
import org.opencgt.obligation.DueWork;
import org.opencgt.obligation.Obligation;

/**
 * The states of one moment, read when asked for. It remembers every subject that was looked at and at which version, so that the
 * ledger can refuse the act if any of them has moved on since.
 */
final class Snapshot implements Facts {

    private static final int MOST_AT_ONCE = 200;

    private final Ledger ledger;
    private final Lineage lineage;
    private final DueWork dueWork;
    private final StoredStates stored;
    private final Map<Ref<? extends Subject>, Subject> states = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();

    /** Fetched, and maybe never looked at. */
    private final Map<String, Optional<SubjectRow>> fetched = new HashMap<>();

    /** What the states mention that were looked at: likely to be looked at next. */
    private final Set<String> mentioned = new LinkedHashSet<>();

    /** All readers take part in one repeatable-read transaction. */
    Snapshot(Ledger ledger, Lineage lineage, DueWork dueWork, StoredStates stored) {
        this.ledger = ledger;
        this.lineage = lineage;
        this.dueWork = dueWork;
        this.stored = stored;
    }

    /** Reads several subjects at once. */
    void load(Collection<? extends Ref<?>> refs) {
        List<Ref<?>> wanted = new ArrayList<>();
        boolean all = true;
        for (Ref<?> ref : refs) {
            if (!versions.containsKey(ref.toString())) {
                wanted.add(ref);
                all &= fetched.containsKey(ref.toString());
            }
        }
        if (!all) {
            fetch(wanted);
        }
        for (Ref<?> ref : wanted) {
            Optional<SubjectRow> row = fetched.getOrDefault(ref.toString(), Optional.empty());
            versions.put(ref.toString(), row.map(SubjectRow::version).orElse(0L));
            row.ifPresent(found -> {
                StoredStates.Known known = stored.known(found);
                states.put(ref, known.state());
                mentioned.addAll(known.mentions());
            });
        }
    }

    /** Takes along what is mentioned so far: one way to the database instead of one for each reference that a rule follows. */
    private void fetch(List<Ref<?>> wanted) {
        Set<String> asked = new LinkedHashSet<>();
        wanted.forEach(ref -> asked.add(ref.toString()));
        Iterator<String> likely = mentioned.iterator();
        while (likely.hasNext() && asked.size() < MOST_AT_ONCE) {
            asked.add(likely.next());
            likely.remove();
        }
        asked.removeAll(fetched.keySet());
        Map<String, SubjectRow> rows = ledger.subjects(asked);
        for (String ref : asked) {
            fetched.put(ref, Optional.ofNullable(rows.get(ref)));
        }
    }

    @Override
    public @Nullable Subject state(Ref<? extends Subject> ref) {
        load(List.of(ref));
        return states.get(ref);
    }

    @Override
    public List<OpenObligation> obligations(Ref<? extends Subject> ref) {
        load(List.of(ref)); // obligations of a subject change only with its version
        return dueWork.openFor(List.of(ref)).stream()
                .map(Obligation::forExpressions)
                .toList();
    }

    @Override
    public Set<Ref<? extends Subject>> ancestors(Ref<? extends Subject> ref) {
        return seen(lineage.ancestors(ref));
    }

    @Override
    public Set<Ref<? extends Subject>> descendants(Ref<? extends Subject> ref) {
        return seen(lineage.descendants(ref));
    }

    /** An edge changes the versions of both its ends, so who has seen a genealogy has seen the versions of its nodes. */
    private Set<Ref<? extends Subject>> seen(Set<Ref<? extends Subject>> refs) {
        load(refs);
        return new LinkedHashSet<>(refs);
    }

    /** What is open for any of the subjects. */
    List<Obligation> open(Collection<? extends Ref<? extends Subject>> refs) {
        load(refs);
        return dueWork.openFor(refs);
    }

    long version(Ref<? extends Subject> ref) {
        load(List.of(ref));
        return versions.getOrDefault(ref.toString(), 0L);
    }

    /** Every subject that was looked at, with its version; 0 for one that does not exist. */
    Map<String, Long> versions() {
        return Map.copyOf(versions);
    }
}
