package org.opencgt.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.act.Act;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Personal;
import org.opencgt.act.RecordReader;
import org.opencgt.act.RecordWriter;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Vocabulary;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.Ledger;
import org.opencgt.ledger.Link;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a correction leads to: the subjects of the corrected entry, folded anew with the replacement in its place. */
@Component
final class Corrections {

    private final Ledger ledger;
    private final Vocabulary vocabulary;
    private final Fold fold;

    Corrections(Ledger ledger, Vocabulary vocabulary, Fold fold) {
        this.ledger = ledger;
        this.vocabulary = vocabulary;
        this.fold = fold;
    }

    /** Type of the corrected act, and states of its subjects. */
    record Corrected(
            ActDeclaration type,
            Map<Ref<? extends Subject>, Subject> before,
            Map<Ref<? extends Subject>, Subject> after) {}

    /**
     * The correction with its personal data in the vault, as in the act that it corrects.
     *
     * @throws InvalidAct as {@link #apply}
     */
    Correct withTokens(Correct correct, RecordReader.PersonalData personal) {
        Record replacement = (Record) read(original(correct).type(), correct, personal);
        return new Correct(
                correct.entry(), correct.reason(), Json.MAPPER.writeValueAsString(RecordWriter.write(replacement)));
    }

    /**
     * @throws InvalidAct if there is no such entry, or the replacement is no act of its type or about other subjects
     */
    Corrected apply(Correct correct, Snapshot snapshot) {
        Content original = original(correct);
        Entry entry = ledger.entry(correct.entry()).orElseThrow();
        Act replacement = replacement(original, correct);
        Map<Ref<? extends Subject>, Subject> before = new LinkedHashMap<>();
        Map<Ref<? extends Subject>, Subject> after = new LinkedHashMap<>();
        for (Link link : entry.head().subjects()) {
            Ref<? extends Subject> ref = Ref.parse(link.ref());
            Subject now = snapshot.state(ref);
            if (now == null) {
                throw new NoSuchSubject(ref);
            }
            before.put(ref, now);
            after.put(ref, folded(ref, entry.id(), replacement));
        }
        return new Corrected(original.type(), before, after);
    }

    /** What the entry said before anybody corrected it. */
    private Content original(Correct correct) {
        Entry entry = ledger.entry(correct.entry())
                .orElseThrow(() -> new InvalidAct(Fault.at("entry", "no-such-entry", correct.entry())));
        if (entry.type().equals(Pipeline.REFUSAL) || entry.head().subjects().isEmpty()) {
            throw new InvalidAct(Fault.at("entry", "nothing-to-correct", correct.entry()));
        }
        Content original = Content.parse(entry.content(), vocabulary);
        if (original.act() instanceof Correct) {
            throw new InvalidAct(Fault.at("entry", "correct-the-original", correct.entry()));
        }
        return original;
    }

    private static Act replacement(Content original, Correct correct) {
        ActDeclaration type = original.type();
        Act replacement = read(type, correct, (path, token) -> new Personal(token));
        if (!References.concerned(type, replacement).equals(References.concerned(type, original.act()))
                || !References.made(type, replacement).equals(References.made(type, original.act()))) {
            throw new InvalidAct(Fault.at("replacement", "other-subjects"));
        }
        return replacement;
    }

    private static Act read(ActDeclaration type, Correct correct, RecordReader.PersonalData personal) {
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(correct.replacement());
        } catch (JacksonException e) {
            throw new InvalidAct(Fault.at("replacement", "json", e.getOriginalMessage()));
        }
        try {
            return RecordReader.read(type.shape(), json, personal);
        } catch (InvalidAct e) {
            List<Fault> faults = new ArrayList<>();
            e.faults()
                    .forEach(f -> faults.add(new Fault(
                            f.path().isEmpty() ? "replacement" : "replacement." + f.path(), f.code(), f.parameters())));
            throw new InvalidAct(faults);
        }
    }

    private Subject folded(Ref<? extends Subject> ref, String corrected, Act replacement) {
        List<Entry> chain = Chains.whole(ledger, ref);
        try {
            Subject state = fold.state(ref, chain, Map.of(corrected, replacement));
            if (state == null) {
                throw new NoSuchSubject(ref);
            }
            return state;
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
            Fault misfit = Judge.misfit(e);
            throw new InvalidAct(new Fault("replacement", misfit.code(), misfit.parameters()));
        }
    }
}
