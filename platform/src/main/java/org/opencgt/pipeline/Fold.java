package org.opencgt.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.RecordReader;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Vocabulary;
import org.opencgt.ledger.Entry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A subject's state as the fold of its acts, corrections in the place of what they correct. */
@Component
final class Fold {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Vocabulary vocabulary;

    Fold(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The state after the entries.
     *
     * @param chain all entries of the subject's chain in order, or a prefix
     * @return null if the chain does not bring the subject into being
     */
    @Nullable
    Subject state(Ref<?> ref, List<Entry> chain) {
        return state(ref, chain, Map.of());
    }

    /**
     * The same with further replacements, by entry, in the place of those that the chain brings.
     */
    @Nullable
    Subject state(Ref<?> ref, List<Entry> chain, Map<String, Act> further) {
        Map<String, Act> corrected = corrections(chain);
        corrected.putAll(further);
        Subject state = null;
        for (Entry entry : chain) {
            Act act = corrected.get(entry.id());
            if (act == null) {
                act = Content.parse(entry.content(), vocabulary).act();
            }
            state = step(ref, state, act.effects(occasion(entry)));
        }
        return state;
    }

    /** The replacements that the chain's corrections bring, by corrected entry; the last one counts. */
    Map<String, Act> corrections(List<Entry> chain) {
        Map<String, String> types = new HashMap<>();
        Map<String, Act> replacements = new HashMap<>();
        for (Entry entry : chain) {
            types.put(entry.id(), entry.type());
            if (Content.parse(entry.content(), vocabulary).act() instanceof Correct correct) {
                String type = types.get(correct.entry());
                if (type == null) {
                    throw new IllegalStateException("entry " + entry.id() + " corrects " + correct.entry()
                            + ", which is not before it in the chain");
                }
                replacements.put(
                        correct.entry(),
                        RecordReader.read(
                                vocabulary.act(type).orElseThrow().shape(), JSON.readTree(correct.replacement())));
            }
        }
        return replacements;
    }

    /** The state goes on by those steps that are the subject's. */
    static @Nullable Subject step(Ref<?> ref, @Nullable Subject state, Effects effects) {
        Subject now = state;
        for (Effects.Step step : effects.steps()) {
            if (step.subject().equals(ref)) {
                now = switch (step) {
                    case Effects.Creation(var subject, Subject made) -> {
                        if (now != null) {
                            throw new SubjectExists(ref);
                        }
                        yield made;
                    }
                    case Effects.Change(var subject, var change) -> {
                        if (now == null) {
                            throw new NoSuchSubject(ref);
                        }
                        yield change.apply(now);
                    }
                };
            }
        }
        return now;
    }

    private static Occasion occasion(Entry entry) {
        List<Ref<? extends Subject>> signers = new java.util.ArrayList<>();
        for (JsonNode signature : JSON.readTree(entry.head().signatures())) {
            signers.add(Ref.parse(signature.required("person").stringValue()));
        }
        return new Occasion(entry.id(), entry.performedAt(), entry.recordedAt(), Ref.parse(entry.performer()), signers);
    }
}
