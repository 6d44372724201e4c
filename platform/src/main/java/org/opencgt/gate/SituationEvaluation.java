package org.opencgt.gate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.act.Shape;
import org.opencgt.act.Subject;

/** Expressions over a real situation: records as they are, references followed through the facts. */
final class SituationEvaluation extends Evaluation {

    /** Whether a subject is seen as it is before the act or as the act leaves it. */
    private enum Moment {
        BEFORE,
        AFTER
    }

    private final Situation situation;
    private final Map<String, Field> references = new HashMap<>();
    private final Set<Ref<? extends Subject>> made = new java.util.HashSet<>();
    private final Map<Ref<? extends Subject>, SubjectSource> before = new HashMap<>();
    private final Map<Ref<? extends Subject>, SubjectSource> after = new HashMap<>();

    SituationEvaluation(Types types, Situation situation) {
        super(types);
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
                record(types().record(situation.declaration().type()), (Record) situation.act(), "act", Moment.BEFORE);
            case "after" ->
                new RecordValue(types().after(situation.declaration()), "after", (slot, path) -> {
                    Field field = references.get(slot.name());
                    Object value = field == null ? null : field.of(situation.act());
                    return value == null ? null : value(slot.shape(), value, path, Moment.AFTER);
                });
            case "actor" -> person(situation.occasion().performer(), "actor");
            case "signers" -> {
                List<Object> signers = new ArrayList<>();
                for (Ref<? extends Subject> signer : situation.occasion().signers()) {
                    signers.add(person(signer, "signers[" + signers.size() + "]"));
                }
                yield signers;
            }
            case "now" -> situation.occasion().performedAt();
            case "recorded" -> situation.occasion().recordedAt();
            default -> null;
        };
    }

    /** The subject as it is before the act, by whatever way it was reached. */
    RecordValue subject(Ref<? extends Subject> ref) {
        return subject(ref, "", ref.toString(), Moment.BEFORE);
    }

    /** The state before the act; of a subject that the act makes, the state it makes. */
    @Nullable
    Subject before(Ref<? extends Subject> ref) {
        return state(ref, Moment.BEFORE);
    }

    private RecordValue person(Ref<? extends Subject> ref, String path) {
        return subject(ref, ref.kind(), path, Moment.BEFORE);
    }

    private RecordValue subject(Ref<? extends Subject> ref, String declaredKind, String path, Moment moment) {
        SubjectSource source =
                (moment == Moment.BEFORE ? before : after).computeIfAbsent(ref, r -> new SubjectSource(r, moment));
        return new RecordValue(types().state(declaredKind), path, source);
    }

    private @Nullable Subject state(Ref<? extends Subject> ref, Moment moment) {
        Subject then = situation.after().get(ref);
        if (then != null && (moment == Moment.AFTER || made.contains(ref))) {
            return then;
        }
        Subject prior = situation.before().get(ref);
        return prior == null ? situation.facts().state(ref) : prior;
    }

    /** Fetches the state when the first slot beside the reference is read. */
    private final class SubjectSource implements RecordValue.Source {

        private final Ref<? extends Subject> ref;
        private final Moment moment;
        private @Nullable Subject state;

        SubjectSource(Ref<? extends Subject> ref, Moment moment) {
            this.ref = ref;
            this.moment = moment;
        }

        @Override
        public @Nullable Object read(Layout.Slot slot, String path) {
            if (slot.field() == null) {
                return slot.name().equals(Layout.KIND) ? ref.kind() : ref.toString();
            }
            if (state == null) {
                state = state(ref, moment);
            }
            if (state == null) {
                String subject = path.substring(0, path.length() - slot.name().length() - 1);
                throw new MissingFact(subject + " → " + ref);
            }
            Object value = slot.field().of(state);
            return value == null ? null : value(slot.shape(), value, path, moment);
        }
    }

    private RecordValue record(Layout layout, Record value, String path, Moment moment) {
        return new RecordValue(layout, path, (slot, at) -> {
            Field field = slot.field();
            Object component = field == null ? null : field.of(value);
            return component == null ? null : value(slot.shape(), component, at, moment);
        });
    }

    private Object value(Shape shape, Object value, String path, Moment moment) {
        return switch (shape) {
            case Shape.Reference(String kind) -> subject((Ref<?>) value, kind, path, moment);
            case Shape.Words w -> value;
            case Shape.Truth t -> value;
            case Shape.Moment m -> value;
            case Shape.Span s -> value;
            case Shape.Choice c -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT);
            case Shape.Private p -> ((Personal) value).token();
            case Shape.Decimal d -> ((BigDecimal) value).doubleValue();
            case Shape.Whole w -> ((Number) value).longValue();
            case Shape.Day d -> ((LocalDate) value).atStartOfDay(ZoneOffset.UTC).toInstant();
            case Shape.Structure structure -> record(types().record(structure.type()), (Record) value, path, moment);
            case Shape.Listing(Shape element) -> {
                List<Object> values = new ArrayList<>();
                for (Object item : (List<?>) value) {
                    values.add(value(element, item, path + "[" + values.size() + "]", moment));
                }
                yield values;
            }
            case Shape.Mapping(Shape element) -> {
                Map<String, Object> values = new LinkedHashMap<>();
                for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                    String key = (String) entry.getKey();
                    values.put(key, value(element, entry.getValue(), path + "[\"" + key + "\"]", moment));
                }
                yield new FactMap(values, path);
            }
        };
    }

    @Override
    List<OpenObligation> openFor(RecordValue subject) {
        return situation.facts().obligations(ref(subject));
    }

    @Override
    Collection<String> above(RecordValue subject) {
        return situation.facts().ancestors(ref(subject)).stream()
                .map(Ref::toString)
                .toList();
    }

    @Override
    Collection<String> below(RecordValue subject) {
        return situation.facts().descendants(ref(subject)).stream()
                .map(Ref::toString)
                .toList();
    }

    private static Ref<? extends Subject> ref(RecordValue subject) {
        String ref = subject.ref();
        if (ref == null) {
            throw new MissingFact(subject.path() + "." + Layout.REF);
        }
        return Ref.parse(ref);
    }
}
