package org.opencgt.pipeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.gate.RecordedVerdict;
import org.opencgt.guideline.GuidelineStatus;
import org.opencgt.guideline.GuidelineStatus.Judged;
import org.opencgt.guideline.GuidelineStatus.Line;
import org.opencgt.guideline.Guidelines;
import org.opencgt.guideline.Pack;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.Ledger;
import org.opencgt.obligation.DueWork;
import org.opencgt.obligation.Obligation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** How a subject stands to every clause, from the verdicts of its acts and refused attempts in the ledger. */
@Service
public class StatusReading {

    private final Snapshots snapshots;
    private final Guidelines guidelines;
    private final GuidelineStatus status;
    private final Clock clock;

    StatusReading(
            Snapshots snapshots, Guidelines guidelines, Ledger ledger, JdbcClient jdbc, DueWork dueWork, Clock clock) {
        this.snapshots = snapshots;
        this.guidelines = guidelines;
        this.clock = clock;
        this.status = new GuidelineStatus(guidelines, new Stored(ledger, jdbc, dueWork));
    }

    /**
     * Every clause of every guideline in the version that counts now, in order.
     *
     * @throws NoSuchSubject where there is none
     */
    public List<Line> of(Ref<? extends Subject> subject) {
        return of(subject, guidelines.at(clock.instant()));
    }

    /**
     * Every clause of the packs, in order.
     *
     * @throws NoSuchSubject where there is none
     */
    List<Line> of(Ref<? extends Subject> subject, List<Pack> packs) {
        return snapshots.in(snapshot -> {
            if (snapshot.state(subject) == null) {
                throw new NoSuchSubject(subject);
            }
            return status.of(subject, snapshot, packs);
        });
    }

    private record Stored(Ledger ledger, JdbcClient jdbc, DueWork dueWork) implements GuidelineStatus.Record {

        @Override
        public Set<Ref<? extends Subject>> belongingTo(Set<Ref<? extends Subject>> subjects) {
            return new LinkedHashSet<>(jdbc.sql("""
                            select ref from subject
                            where state ->> 'product' = any (:refs) or state ->> 'study' = any (:refs)
                               or state ->> 'site' = any (:refs) or state ->> 'batch' = any (:refs)
                            order by ref
                            """)
                    .param("refs", words(subjects))
                    .query((row, number) -> Ref.parse(row.getString(1)))
                    .list());
        }

        @Override
        public List<Judged> verdicts(Set<Ref<? extends Subject>> subjects) {
            List<Judged> judged = new ArrayList<>();
            for (long position : jdbc.sql("""
                            select position from entry_subject where ref = any (:refs)
                            union select position from refusal where ref = any (:refs)
                            order by position
                            """)
                    .param("refs", words(subjects))
                    .query(Long.class)
                    .list()) {
                Entry entry = ledger.entry(position)
                        .orElseThrow(() -> new IllegalStateException("no entry at position " + position));
                JsonNode verdict = Json.MAPPER.readTree(entry.head().verdict());
                if (verdict.path("outcome").asString("").equals(Genesis.OUTCOME)) {
                    continue; // the first entries passed no gate
                }
                judged.add(new Judged(
                        entry.id(),
                        entry.type().equals(Pipeline.REFUSAL)
                                ? SubjectReading.refused(entry).type()
                                : entry.type(),
                        entry.performedAt(),
                        RecordedVerdict.read(verdict)));
            }
            return judged;
        }

        @Override
        public Set<String> due(Set<Ref<? extends Subject>> subjects) {
            return dueWork.openFor(subjects).stream().map(Obligation::clause).collect(Collectors.toSet());
        }

        private static String[] words(Set<Ref<? extends Subject>> subjects) {
            return subjects.stream().map(Ref::toString).toArray(String[]::new);
        }
    }
}
