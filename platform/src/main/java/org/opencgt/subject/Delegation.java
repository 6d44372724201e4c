package org.opencgt.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** What the team leader of a hospital entrusts to somebody (CA-5.3.2.4). */
public record Delegation(
        Ref<Person> person, List<Task> tasks, Ref<? extends Subject> by, Instant since, LocalDate validUntil) {

    public enum Task {
        ORDERING,
        COLLECTION,
        RECEIPT,
        STORAGE,
        THAWING,
        PREPARATION,
        INFUSION,
        OBSERVATION,
        FOLLOW_UP,
        MEDICINES,
        COORDINATION
    }
}
