package org.opencgt;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.act.Act;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** Folds acts into states in memory, as the ledger does, without gates: for tests of effects. */
public final class Folding {

    public static final Ref<? extends Subject> OPERATOR = Ref.parse("person:operator.chen");
    public static final Ref<? extends Subject> ANOTHER = Ref.parse("person:operator.wu");

    private final Map<Ref<?>, Subject> states = new HashMap<>();

    public Folding act(String at, Act act) {
        return act(at, OPERATOR, act);
    }

    public Folding act(String at, Ref<? extends Subject> by, Act act) {
        return act(at, List.of(by), act);
    }

    /** The first of those who sign performs the act. */
    public Folding act(String at, List<Ref<? extends Subject>> signers, Act act) {
        Instant time = Instant.parse(at);
        for (Effects.Step step : act.effects(new Occasion("entry", time, time, signers.getFirst(), signers))
                .steps()) {
            switch (step) {
                case Effects.Creation(var ref, var state) -> {
                    if (states.put(ref, state) != null) {
                        throw new IllegalStateException(ref + " exists");
                    }
                }
                case Effects.Change(var ref, var change) -> {
                    Subject state = states.get(ref);
                    if (state == null) {
                        throw new IllegalStateException(ref + " does not exist");
                    }
                    states.put(ref, change.apply(state));
                }
            }
        }
        return this;
    }

    @SuppressWarnings("unchecked") // the type of a Ref names the type of its state
    public <S extends Subject> S state(Ref<S> ref) {
        return (S) java.util.Objects.requireNonNull(states.get(ref));
    }
}
