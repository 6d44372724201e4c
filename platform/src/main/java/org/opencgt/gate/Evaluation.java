package org.opencgt.gate;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * The facts over which expressions are evaluated. What has been read stays at hand for the next expression; used by one
 * thread.
 */
public abstract sealed class Evaluation permits RecordEvaluation, Given {

    private static final ThreadLocal<@Nullable Evaluation> CURRENT = new ThreadLocal<>();

    private final Types types;
    private final Map<String, Optional<Object>> variables = new HashMap<>();

    Evaluation(Types types) {
        this.types = types;
    }

    /** Expressions about an act in its situation. */
    public static Evaluation of(Language language, Situation situation) {
        return new SituationEvaluation(language.types(), situation);
    }

    /** Expressions about a product: what a pack attaches to, what a profile says. */
    public static Evaluation of(Language language, Facts facts, Ref<? extends Subject> product) {
        return new ProductEvaluation(language.types(), facts, product);
    }

    /** The evaluation in which a function of the language is called. */
    static Evaluation current() {
        Evaluation evaluation = CURRENT.get();
        if (evaluation == null) {
            throw new IllegalStateException("called outside an evaluation");
        }
        return evaluation;
    }

    final Object run(CelRuntime.Program program) throws CelEvaluationException {
        Evaluation outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return program.eval(this::find);
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    private Optional<Object> find(String name) {
        Optional<Object> known = variables.get(name);
        if (known == null) {
            Object value = variable(name);
            known = Optional.of(value == null ? new AbsentValue(name) : CollectionValue.of(value));
            variables.put(name, known);
        }
        return known;
    }

    final Types types() {
        return types;
    }

    /** The value of a name at the top level as CEL knows it; null where it is absent. */
    abstract @Nullable Object variable(String name);

    /** What is open for the subject, or a {@link MissingFact}. */
    abstract List<OpenObligation> openFor(RecordValue subject);

    /** References of all subjects above, or a {@link MissingFact}. */
    abstract Collection<String> above(RecordValue subject);

    /** References of all subjects below, or a {@link MissingFact}. */
    abstract Collection<String> below(RecordValue subject);

    final List<Object> obligations(RecordValue subject) {
        Layout layout = types.named(Types.OBLIGATION);
        List<Object> values = new ArrayList<>();
        for (OpenObligation open : openFor(subject)) {
            values.add(new RecordValue(
                    layout, "obligations(" + subject.path() + ")", (slot, path) -> switch (slot.name()) {
                        case "clause" -> open.clause();
                        case "name" -> open.name();
                        default -> due(open);
                    }));
        }
        return values;
    }

    private static Instant due(OpenObligation open) {
        return open.due();
    }

    final List<Object> ancestors(RecordValue subject) {
        return new ArrayList<>(above(subject));
    }

    final List<Object> descendants(RecordValue subject) {
        return new ArrayList<>(below(subject));
    }
}
