package org.opencgt.act;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What an act changes: for each subject, how its state goes on. Immutable; each method returns a longer list. */
public final class Effects {

    /** One step in the fold of one subject. */
    public sealed interface Step {
        Ref<? extends Subject> subject();
    }

    /** The subject comes into being with this state; it must not exist yet. */
    public record Creation(Ref<? extends Subject> subject, Subject state) implements Step {}

    /** The subject's state goes on by {@code change}; it must exist. */
    public record Change(Ref<? extends Subject> subject, UnaryOperator<Subject> change) implements Step {}

    private static final Effects NONE = new Effects(List.of());

    private final List<Step> steps;

    private Effects(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** The act is recorded in the chains of its subjects and changes no state. */
    public static Effects none() {
        return NONE;
    }

    public static <S extends Subject> Effects create(Ref<S> subject, S state) {
        return NONE.andCreate(subject, state);
    }

    public static <S extends Subject> Effects on(Ref<S> subject, UnaryOperator<S> change) {
        return NONE.andOn(subject, change);
    }

    public <S extends Subject> Effects andCreate(Ref<S> subject, S state) {
        return plus(new Creation(subject, state));
    }

    @SuppressWarnings("unchecked") // the type of a Ref names the type of its state; the registry checks the kinds
    public <S extends Subject> Effects andOn(Ref<S> subject, UnaryOperator<S> change) {
        return plus(new Change(subject, (UnaryOperator<Subject>) change));
    }

    /** The same change to each of several subjects. */
    public <S extends Subject> Effects andOnEach(List<Ref<S>> subjects, UnaryOperator<S> change) {
        Effects all = this;
        for (Ref<S> subject : subjects) {
            all = all.andOn(subject, change);
        }
        return all;
    }

    /** The change where the act names the subject, nothing where the component is absent. */
    public <S extends Subject> Effects andOnPresent(@Nullable Ref<S> subject, UnaryOperator<S> change) {
        return subject == null ? this : andOn(subject, change);
    }

    public List<Step> steps() {
        return steps;
    }

    private Effects plus(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Effects(longer);
    }
}
