package org.opencgt.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opencgt.access.Signer;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Signature;
import org.opencgt.act.Subject;
import org.opencgt.ledger.CanonicalJson;
import org.opencgt.ledger.Draft;
import org.opencgt.ledger.EntryId;
import org.opencgt.ledger.Hash;
import org.opencgt.ledger.Ledger;
import org.opencgt.ledger.Sequencer;
import org.opencgt.ledger.SubjectRow;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * The first three entries of an empty ledger: the site that runs it, its administrator, the administrator's key. Nobody could be
 * authorised to perform them, so no gate is asked; they are signed by the administrator, and only an empty ledger takes them.
 */
@Component
public class Genesis {

    /** Stands where other entries have what the gate said. */
    public static final String OUTCOME = "genesis";

    private static final Set<String> TYPES =
            Set.of("organisation.register-site", "organisation.register-person", "access.issue-key");

    private final Reception reception;
    private final StoredStates stored;
    private final Sequencer sequencer;
    private final Ledger ledger;
    private final Clock clock;

    Genesis(Reception reception, StoredStates stored, Sequencer sequencer, Ledger ledger, Clock clock) {
        this.stored = stored;
        this.reception = reception;
        this.sequencer = sequencer;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Whether the ledger has no entry yet.
     *
     * @throws IllegalStateException if it was begun and broken off before it had its administrator, so that nobody can act on it
     */
    public boolean needed() {
        long size = ledger.size();
        if (size > 0 && size < TYPES.size()) {
            throw new IllegalStateException(
                    "The first start was broken off before the ledger had its administrator. Nothing else is in it:"
                            + " remove the data folder, or make the database anew, and start again.");
        }
        return size == 0;
    }

    /**
     * @throws IllegalStateException if the ledger has begun
     */
    public void begin(Ref<Site> site, String siteName, String administratorName, Signer administrator) {
        if (!needed()) {
            throw new IllegalStateException("the ledger has begun");
        }
        Ref<Person> person = administrator.person();
        ObjectNode home = Json.MAPPER
                .createObjectNode()
                .put("site", site.toString())
                .put("name", siteName)
                .put("institution", "company");
        home.putArray("functions");
        append("organisation.register-site", home, administrator);
        ObjectNode register = Json.MAPPER
                .createObjectNode()
                .put("person", person.toString())
                .put("name", administratorName)
                .put("site", site.toString());
        register.putArray("roles").add("administrator");
        append("organisation.register-person", register, administrator);
        ObjectNode key = Json.MAPPER
                .createObjectNode()
                .put("person", person.toString())
                .put("publicKey", administrator.publicKey());
        append("access.issue-key", key, administrator);
    }

    private void append(String type, ObjectNode act, Signer signer) {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException(type);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Content content = reception
                .take(Request.of(type, act, List.of(signer)), now, true)
                .content();
        String text = CanonicalJson.of(content.json());
        List<Signature> signatures =
                Signing.sign(Hash.sha256(text), List.of(signer), content.type().signed(), now);
        String id = EntryId.at(now);
        Occasion occasion = new Occasion(id, now, now, signer.person(), List.of(signer.person()));
        List<Ref<? extends Subject>> subjects = new ArrayList<>(
                References.concerned(content.type(), content.act()).values());
        subjects.addAll(References.made(content.type(), content.act()).values());
        List<Draft.Advance> advances = new ArrayList<>();
        for (Ref<? extends Subject> ref : subjects) {
            Subject prior = ledger.subject(ref.toString()).map(stored::read).orElse(null);
            Subject state = Fold.step(ref, prior, content.act().effects(occasion));
            if (state == null) {
                throw new IllegalStateException(type + " makes no state of " + ref);
            }
            advances.add(new Draft.Advance(
                    ref.toString(),
                    ledger.subject(ref.toString()).map(SubjectRow::version).orElse(0L),
                    Json.state(state)));
        }
        sequencer.append(new Draft(
                id,
                type,
                text,
                signer.person().toString(),
                now,
                now,
                Json.MAPPER.writeValueAsString(Signing.json(signatures)),
                "{\"outcome\":\"" + OUTCOME + "\"}",
                advances,
                Map.of(),
                null,
                List.of()));
    }
}
