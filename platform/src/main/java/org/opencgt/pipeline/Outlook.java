package org.opencgt.pipeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Vocabulary;
import org.opencgt.gate.Finding;
import org.opencgt.gate.Gate;
import org.opencgt.gate.Prospect;
import org.opencgt.subject.Person;
import org.springframework.stereotype.Service;

/** What could be done with a subject next, and how the gates stand before anybody tries; read in one snapshot. */
@Service
public class Outlook {

    private final Snapshots snapshots;
    private final Vocabulary vocabulary;
    private final Gate gate;
    private final Clock clock;

    Outlook(Snapshots snapshots, Vocabulary vocabulary, Gate gate, Clock clock) {
        this.snapshots = snapshots;
        this.vocabulary = vocabulary;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * An act that refers to subjects of this kind.
     *
     * @param component of the act that would refer to the subject
     * @param findings what does not hold or is not known yet; empty where the gate is open
     */
    public record Next(ActDeclaration type, Field component, List<Finding> findings, Prospect prospect) {}

    /**
     * @throws NoSuchSubject where there is none
     */
    public List<Next> of(Ref<? extends Subject> subject, Ref<Person> actor) {
        return snapshots.in(snapshot -> {
            if (snapshot.state(subject) == null) {
                throw new NoSuchSubject(subject);
            }
            List<Next> all = new ArrayList<>();
            for (ActDeclaration type : vocabulary.acts()) {
                type.references()
                        .filter(f -> f.part() != Field.Part.MAKES)
                        .filter(f -> subject.kind().equals(ActDeclaration.kind(f)))
                        .findFirst()
                        .ifPresent(f -> {
                            Prospect prospect = new Prospect(type, f, subject, actor, clock.instant(), snapshot);
                            all.add(new Next(type, f, gate.foresee(prospect), prospect));
                        });
            }
            return all;
        });
    }
}
