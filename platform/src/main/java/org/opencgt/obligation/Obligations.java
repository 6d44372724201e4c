package org.opencgt.obligation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Ref;
import org.opencgt.act.Shape;
import org.opencgt.act.Subject;
import org.opencgt.gate.Answer;
import org.opencgt.gate.Evaluation;
import org.opencgt.gate.Expression;
import org.opencgt.gate.Jurisdiction;
import org.opencgt.gate.Language;
import org.opencgt.gate.Situation;
import org.opencgt.gate.Strength;
import org.opencgt.guideline.Clause;
import org.opencgt.guideline.Guidelines;
import org.opencgt.guideline.Pack;
import org.opencgt.guideline.Rule;

/**
 * Which due work an act opens and fulfils. A pure function of the situation and of what is open, so that all due work can be
 * rebuilt from the ledger.
 */
public final class Obligations {

    /** More repeats than any schedule has; a rule that asks for more is a mistake and ends here. */
    static final int MOST_REPEATS = 1_000;

    private final Language language;
    private final List<InPack> rules;

    public Obligations(Guidelines guidelines) {
        this.language = guidelines.language();
        this.rules = guidelines.packs().stream()
                .flatMap(pack -> pack.clauses().stream()
                        .flatMap(clause -> clause.rules().stream()
                                .filter(Rule.ObligationRule.class::isInstance)
                                .map(rule -> new InPack(pack, clause, (Rule.ObligationRule) rule))))
                .toList();
    }

    /**
     * What an accepted act changes.
     *
     * @param open what is open for the subjects of the act, in any order
     */
    public Changes follow(Situation situation, Collection<Obligation> open) {
        Evaluation evaluation = Evaluation.of(language, situation);
        return new Changes(fulfil(situation, evaluation, open), open(situation, evaluation));
    }

    /** The act types after which something may be opened or fulfilled. */
    public boolean concerns(String actType) {
        return rules.stream()
                .anyMatch(r -> r.rule().opens().containsKey(actType)
                        || r.rule().fulfils().containsKey(actType));
    }

    private record InPack(Pack pack, Clause clause, Rule.ObligationRule rule) {}

    /** An act closes, of each name and subject, the one that was due first. */
    private List<Changes.Fulfilled> fulfil(Situation situation, Evaluation evaluation, Collection<Obligation> open) {
        String type = situation.declaration().name();
        Set<String> subjects = subjects(situation);
        List<Changes.Fulfilled> fulfilled = new ArrayList<>();
        Set<String> done = new HashSet<>();
        List<Obligation> byDue = open.stream()
                .filter(Obligation::open)
                .filter(o -> subjects.contains(o.subject().toString()))
                .sorted(Comparator.comparing(Obligation::due).thenComparing(Obligation::number))
                .toList();
        for (Obligation obligation : byDue) {
            String kind = obligation.pack() + "/" + obligation.name() + "/" + obligation.subject();
            if (!done.contains(kind) && fulfils(obligation, type, evaluation)) {
                done.add(kind);
                fulfilled.add(new Changes.Fulfilled(
                        obligation.id(),
                        situation.occasion().entry(),
                        situation.occasion().performedAt()));
            }
        }
        return fulfilled;
    }

    /** Whether a rule of that name, in any version of the pack, takes the act for a fulfilment; unknown is no. */
    private boolean fulfils(Obligation obligation, String actType, Evaluation evaluation) {
        return rules.stream()
                .filter(r -> r.pack().id().equals(obligation.pack())
                        && r.rule().name().equals(obligation.name())
                        && r.rule().fulfils().containsKey(actType))
                .map(r -> Optional.ofNullable(r.rule().fulfils().get(actType)))
                .anyMatch(condition -> condition
                        .map(expression -> expression.evaluate(evaluation).isTrue())
                        .orElse(true));
    }

    private List<Obligation> open(Situation situation, Evaluation evaluation) {
        String type = situation.declaration().name();
        Jurisdiction jurisdiction = new Jurisdiction(language, situation);
        List<Obligation> opened = new ArrayList<>();
        rules.stream()
                .filter(r -> r.rule().opens().containsKey(type))
                .filter(r -> jurisdiction.judges(r.pack().inForce()))
                .filter(r -> r.clause().strength() != Strength.MAY
                        || jurisdiction.adopts(r.clause().id()))
                .forEach(r -> open(r, situation, evaluation, opened));
        return opened;
    }

    /** Opens the rule's work, unless it certainly does not apply; where facts are missing it is due at once and says so. */
    private void open(InPack r, Situation situation, Evaluation evaluation, List<Obligation> opened) {
        Rule.ObligationRule.Opening opening =
                r.rule().opens().get(situation.declaration().name());
        if (opening == null) {
            return;
        }
        List<String> missing = new ArrayList<>();
        Answer applies = opening.applies() == null
                ? new Answer.Is(true)
                : opening.applies().evaluate(evaluation);
        if (applies.isFalse()) {
            return;
        }
        note(applies, missing);
        List<Instant> times = new ArrayList<>();
        Instant until = value(opening.until(), Instant.class, evaluation, missing);
        Instant first = value(opening.due(), Instant.class, evaluation, missing);
        if (first != null) {
            times.addAll(repeats(
                    first,
                    value(opening.every(), Duration.class, evaluation, missing),
                    value(opening.times(), Long.class, evaluation, missing),
                    until));
        }
        List<Ref<? extends Subject>> owing = owing(opening, situation, evaluation, missing);
        if (!missing.isEmpty()) {
            times = List.of(situation.occasion().performedAt());
        }
        for (Ref<? extends Subject> subject : owing) {
            for (int i = 0; i < times.size(); i++) {
                opened.add(new Obligation(
                        String.join(
                                "/",
                                situation.occasion().entry(),
                                r.pack().id(),
                                r.rule().name(),
                                subject.toString(),
                                Integer.toString(i + 1)),
                        r.pack().id(),
                        r.clause().id(),
                        r.rule().name(),
                        subject,
                        site(subject, situation),
                        r.rule().by(),
                        i + 1,
                        situation.occasion().entry(),
                        situation.occasion().performedAt(),
                        times.get(i),
                        missing.isEmpty() ? until : null,
                        missing,
                        null));
            }
        }
    }

    /** Who owes it. Where that is not known, the first subject of the act does. */
    private static List<Ref<? extends Subject>> owing(
            Rule.ObligationRule.Opening opening, Situation situation, Evaluation evaluation, List<String> missing) {
        Answer answer = opening.subjects().evaluate(evaluation);
        if (answer instanceof Answer.Is(List<?> refs)) {
            List<Ref<? extends Subject>> subjects = new ArrayList<>();
            refs.forEach(ref -> subjects.add(Ref.parse((String) ref)));
            return subjects;
        }
        note(answer, missing);
        return situation
                .declaration()
                .references()
                .flatMap(field -> ActDeclaration.references(field, situation.act()).stream())
                .limit(1)
                .toList();
    }

    /** The due times: the first, and after it every so often, so many times or until a time. */
    private static List<Instant> repeats(
            Instant first, @Nullable Duration every, @Nullable Long times, @Nullable Instant until) {
        List<Instant> due = new ArrayList<>(List.of(first));
        if (every == null || every.isZero() || every.isNegative()) {
            return due;
        }
        long most = times == null ? MOST_REPEATS : Math.min(times, MOST_REPEATS);
        try {
            for (Instant next = first.plus(every);
                    due.size() < most && (until == null || !next.isAfter(until));
                    next = next.plus(every)) {
                due.add(next);
            }
        } catch (DateTimeException | ArithmeticException e) {
            return due; // beyond the end of time nothing is due
        }
        return due;
    }

    private static <T> @Nullable T value(
            @Nullable Expression expression, Class<T> type, Evaluation evaluation, List<String> missing) {
        if (expression == null) {
            return null;
        }
        Answer answer = expression.evaluate(evaluation);
        note(answer, missing);
        return answer instanceof Answer.Is(Object value) ? type.cast(value) : null;
    }

    private static void note(Answer answer, List<String> missing) {
        switch (answer) {
            case Answer.Is is -> {
                // known
            }
            case Answer.Missing(List<String> facts) -> missing.addAll(facts);
            case Answer.Broken(String why) -> missing.add(why);
        }
    }

    /** The site of the subject, after the act; where it has none, the site of the performer. */
    private @Nullable Ref<? extends Subject> site(Ref<? extends Subject> subject, Situation situation) {
        Ref<? extends Subject> own = siteOf(subject, situation);
        return own == null ? siteOf(situation.occasion().performer(), situation) : own;
    }

    private @Nullable Ref<? extends Subject> siteOf(Ref<? extends Subject> subject, Situation situation) {
        Subject known = situation.after().get(subject);
        if (known == null) {
            known = situation.before().get(subject);
        }
        Subject state = known == null ? situation.facts().state(subject) : known;
        if (state == null) {
            return null;
        }
        return language.vocabulary().subject(subject.kind()).stream()
                .flatMap(declaration -> declaration.shape().fields().stream())
                .filter(field -> field.shape() instanceof Shape.Reference(String kind) && kind.equals("site"))
                .sorted(Comparator.comparingInt(Obligations::rank))
                .map(field -> (Ref<?>) field.of(state))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Where the subject is, before where it comes from or goes to. */
    private static int rank(Field field) {
        return switch (field.name()) {
            case "heldAt" -> 0;
            case "site" -> 1;
            default -> 2;
        };
    }

    private static Set<String> subjects(Situation situation) {
        Set<String> subjects = new HashSet<>();
        situation
                .declaration()
                .references()
                .forEach(field ->
                        ActDeclaration.references(field, situation.act()).forEach(ref -> subjects.add(ref.toString())));
        return subjects;
    }
}
