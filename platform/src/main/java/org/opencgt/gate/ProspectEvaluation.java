package org.opencgt.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Shape;
import org.opencgt.act.Subject;

/**
 * Expressions about an act of which only the subject, the performer and the time are known. Whatever else the act would hold is
 * missing, even whether it would be there: {@code has(act.reason)} is unknown, not false.
 */
final class ProspectEvaluation extends RecordEvaluation {

    private final Prospect prospect;

    ProspectEvaluation(Types types, Prospect prospect) {
        super(types, prospect.facts());
        this.prospect = prospect;
    }

    @Override
    @Nullable
    Object variable(String name) {
        if (name.equals(prospect.component().name())) {
            return known(name);
        }
        return switch (name) {
            case "act" ->
                new RecordValue(types().record(prospect.declaration().type()), name, (slot, path) -> {
                    if (slot.name().equals(prospect.component().name())) {
                        return known(path);
                    }
                    throw new MissingFact(path);
                });
            case "actor" -> {
                Ref<? extends Subject> actor = prospect.actor();
                yield actor == null ? null : subject(actor, actor.kind(), name, Moment.BEFORE);
            }
            case "now", "recorded" -> prospect.now();
            default -> null;
        };
    }

    private Object known(String path) {
        return switch (prospect.component().shape()) {
            case Shape.Listing(Shape.Reference(String kind)) ->
                List.of(subject(prospect.subject(), kind, path + "[0]", Moment.BEFORE));
            case Shape.Reference(String kind) -> subject(prospect.subject(), kind, path, Moment.BEFORE);
            default -> throw new IllegalArgumentException(path + " refers to no subject");
        };
    }

    @Override
    @Nullable
    Subject state(Ref<? extends Subject> ref, Moment moment) {
        return facts().state(ref);
    }
}
