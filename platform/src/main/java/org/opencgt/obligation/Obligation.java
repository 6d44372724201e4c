package org.opencgt.obligation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Subject;
import org.opencgt.gate.OpenObligation;

/**
 * Work that is due once, or one of its repeats.
 *
 * @param id {@code entry/pack/name/subject/number}: the same each time the ledger is replayed
 * @param name of the rule, unique within its pack
 * @param subject who owes it
 * @param site whose work it is; null where none is known
 * @param by roles whose work it is
 * @param number which of the repeats, from 1
 * @param openedBy identifier of the entry
 * @param openedAt when the act was done that opened it
 * @param until when the repeats end; null where they are counted
 * @param missing facts without which the due time is not known; such work is due at once, so that somebody looks at it
 * @param fulfilled null while it is open
 */
public record Obligation(
        String id,
        String pack,
        String clause,
        String name,
        Ref<? extends Subject> subject,
        @Nullable Ref<? extends Subject> site,
        List<Role> by,
        int number,
        String openedBy,
        Instant openedAt,
        Instant due,
        @Nullable Instant until,
        List<String> missing,
        @Nullable Fulfilment fulfilled) {

    /**
     * @param entry identifier of the entry
     * @param at when the act was done
     */
    public record Fulfilment(String entry, Instant at) {}

    public Obligation {
        by = List.copyOf(by);
        missing = List.copyOf(missing);
    }

    /** As expressions see it in {@code obligations(...)}. */
    public OpenObligation forExpressions() {
        return new OpenObligation(clause, name, due);
    }

    public boolean open() {
        return fulfilled == null;
    }

    public boolean overdueAt(Instant time) {
        return open() && due.isBefore(time);
    }

    /** How it stands at a time. */
    public enum Standing {
        FULFILLED,
        FULFILLED_LATE,
        OVERDUE,
        DUE_LATER
    }

    public Standing standingAt(Instant time) {
        if (fulfilled != null) {
            return fulfilled.at().isAfter(due) ? Standing.FULFILLED_LATE : Standing.FULFILLED;
        }
        return due.isBefore(time) ? Standing.OVERDUE : Standing.DUE_LATER;
    }
}
