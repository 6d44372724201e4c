package org.opencgt.guideline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between two versions of a pack.
 *
 * @param changes in the order of the later version, then what it no longer has
 */
public record PackChanges(Pack from, Pack to, List<ClauseChange> changes) {

    public PackChanges {
        changes = List.copyOf(changes);
    }

    /**
     * @throws IllegalArgumentException where they are of different packs
     */
    public static PackChanges between(Pack from, Pack to) {
        if (!from.id().equals(to.id())) {
            throw new IllegalArgumentException(from.id() + " and " + to.id() + " are different packs");
        }
        Map<String, Clause> before = new LinkedHashMap<>();
        from.clauses().forEach(clause -> before.put(clause.id(), clause));
        List<ClauseChange> changes = new ArrayList<>();
        for (Clause after : to.clauses()) {
            Clause earlier = before.remove(after.id());
            if (earlier == null) {
                changes.add(ClauseChange.added(after));
            } else {
                ClauseChange.between(earlier, after).ifPresent(changes::add);
            }
        }
        before.values().forEach(gone -> changes.add(ClauseChange.withdrawn(gone)));
        return new PackChanges(from, to, changes);
    }

    /** Whether the versions attach to products by different conditions. */
    public boolean attachesOtherwise() {
        return !from.inForce()
                .attaches()
                .source()
                .equals(to.inForce().attaches().source());
    }
}
