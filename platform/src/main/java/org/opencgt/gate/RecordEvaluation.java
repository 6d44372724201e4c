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
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Field;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.act.Shape;
import org.opencgt.act.Subject;

/** Expressions over records as they are: references are followed through the facts, each state is fetched once. */
abstract sealed class RecordEvaluation extends Evaluation
        permits SituationEvaluation, ProspectEvaluation, ProductEvaluation {

    /** Whether a subject is seen as it is before the act or as the act leaves it. */
    enum Moment {
        BEFORE,
        AFTER
    }

    private final Facts facts;
    private final Map<Ref<? extends Subject>, SubjectSource> before = new HashMap<>();
    private final Map<Ref<? extends Subject>, SubjectSource> after = new HashMap<>();

    RecordEvaluation(Types types, Facts facts) {
        super(types);
        this.facts = facts;
    }

    /** The subject's state at that moment; null where there is no such subject. */
    abstract @Nullable Subject state(Ref<? extends Subject> ref, Moment moment);

    final Facts facts() {
        return facts;
    }

    /** The subject as an expression sees it; {@code declaredKind} is empty where any kind may stand. */
    final RecordValue subject(Ref<? extends Subject> ref, String declaredKind, String path, Moment moment) {
        SubjectSource source =
                (moment == Moment.BEFORE ? before : after).computeIfAbsent(ref, r -> new SubjectSource(r, moment));
        return new RecordValue(types().state(declaredKind), path, source);
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
            Object value = slot.field().of(state, other -> RecordEvaluation.this.state(other, moment));
            return value == null ? null : value(slot.shape(), value, path, moment);
        }
    }

    final RecordValue record(Layout layout, Record value, String path, Moment moment) {
        return new RecordValue(layout, path, (slot, at) -> {
            Field field = slot.field();
            Object component = field == null ? null : field.of(value);
            return component == null ? null : value(slot.shape(), component, at, moment);
        });
    }

    /** A component's value as CEL knows it. */
    final Object value(Shape shape, Object value, String path, Moment moment) {
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
    final List<OpenObligation> openFor(RecordValue subject) {
        return facts.obligations(ref(subject));
    }

    @Override
    final Collection<String> above(RecordValue subject) {
        return facts.ancestors(ref(subject)).stream().map(Ref::toString).toList();
    }

    @Override
    final Collection<String> below(RecordValue subject) {
        return facts.descendants(ref(subject)).stream().map(Ref::toString).toList();
    }

    private static Ref<? extends Subject> ref(RecordValue subject) {
        String ref = subject.ref();
        if (ref == null) {
            throw new MissingFact(subject.path() + "." + Layout.REF);
        }
        return Ref.parse(ref);
    }
}
