package org.opencgt.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** Expressions about an act in its situation. */
final class SituationEvaluation extends RecordEvaluation {

    private final Situation situation;
    private final Map<String, Field> references = new HashMap<>();
    private final Set<Ref<? extends Subject>> made = new HashSet<>();

    SituationEvaluation(Types types, Situation situation) {
        super(types, situation.facts());
        this.situation = situation;
        for (Field field : Types.references(situation.declaration())) {
            references.put(field.name(), field);
            if (field.part() == Field.Part.MAKES) {
                made.addAll(ActDeclaration.references(field, situation.act()));
            }
        }
    }

    @Override
    @Nullable
    Object variable(String name) {
        Field reference = references.get(name);
        if (reference != null) {
            Object value = reference.of(situation.act());
            return value == null ? null : value(reference.shape(), value, name, Moment.BEFORE);
        }
        return switch (name) {
            case "act" ->
                record(types().record(situation.declaration().type()), (Record) situation.act(), name, Moment.BEFORE);
            case "after" ->
                new RecordValue(types().after(situation.declaration()), name, (slot, path) -> {
                    Field field = references.get(slot.name());
                    Object value = field == null ? null : field.of(situation.act());
                    return value == null ? null : value(slot.shape(), value, path, Moment.AFTER);
                });
            case "actor" -> person(situation.occasion().performer(), name);
            case "signers" -> {
                List<Object> signers = new ArrayList<>();
                for (Ref<? extends Subject> signer : situation.occasion().signers()) {
                    signers.add(person(signer, name + "[" + signers.size() + "]"));
                }
                yield signers;
            }
            case "now" -> situation.occasion().performedAt();
            case "recorded" -> situation.occasion().recordedAt();
            default -> null;
        };
    }

    private RecordValue person(Ref<? extends Subject> ref, String path) {
        return subject(ref, ref.kind(), path, Moment.BEFORE);
    }

    /** Before the act; of a subject that the act makes, the state that it makes. */
    @Override
    @Nullable
    Subject state(Ref<? extends Subject> ref, Moment moment) {
        Subject after = situation.after().get(ref);
        if (after != null && (moment == Moment.AFTER || made.contains(ref))) {
            return after;
        }
        Subject before = situation.before().get(ref);
        return before == null ? facts().state(ref) : before;
    }
}
