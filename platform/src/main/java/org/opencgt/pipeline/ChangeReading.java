package org.opencgt.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Vocabulary;
import org.opencgt.gate.Answer;
import org.opencgt.gate.Evaluation;
import org.opencgt.gate.Foreseen;
import org.opencgt.gate.Gate;
import org.opencgt.gate.PackInForce;
import org.opencgt.gate.ProductSearch;
import org.opencgt.gate.Prospect;
import org.opencgt.gate.Strength;
import org.opencgt.guideline.Clause;
import org.opencgt.guideline.ClauseChange;
import org.opencgt.guideline.GuidelineStatus;
import org.opencgt.guideline.Guidelines;
import org.opencgt.guideline.Pack;
import org.opencgt.guideline.PackChanges;
import org.opencgt.guideline.Rule;
import org.opencgt.pipeline.ChangeEffects.Meaning;
import org.opencgt.pipeline.ChangeEffects.Side;
import org.opencgt.pipeline.ChangeEffects.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What a new version of a pack means for each product: the gates of the acts that could be next for its subjects, foreseen under
 * both versions on the states as they are now. An act whose gate is closed anyway, by a rule that did not change, is left out.
 */
@Service
public class ChangeReading {

    /** Subjects of a kind that are looked at, the last acted on first. */
    public static final int MOST = 300;

    private static final String PRODUCT = "product";

    private final Snapshots snapshots;
    private final Guidelines guidelines;
    private final Gate gate;
    private final Vocabulary vocabulary;
    private final StatusReading status;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeReading(
            Snapshots snapshots,
            Guidelines guidelines,
            Gate gate,
            Vocabulary vocabulary,
            StatusReading status,
            JdbcClient jdbc,
            Clock clock) {
        this.snapshots = snapshots;
        this.guidelines = guidelines;
        this.gate = gate;
        this.vocabulary = vocabulary;
        this.status = status;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Products by reference, those with effects first; at the end the subjects that lead to no product, where a rule about them
     * changed.
     *
     * @param seen whether the reader may see the subject
     */
    public List<ChangeEffects> of(PackChanges changes, BiPredicate<Ref<? extends Subject>, Subject> seen) {
        return snapshots.in(snapshot -> new Comparison(changes, snapshot, seen).run());
    }

    /** An act type and the component through which a changed rule looks at a subject. */
    private record Door(ActDeclaration type, Field component) {}

    /** Effects that are alike belong together. */
    private record Alike(String clause, String act, Side before, Side after) {}

    private final class Comparison {

        private final PackChanges changes;
        private final Snapshot snapshot;
        private final BiPredicate<Ref<? extends Subject>, Subject> seen;
        private final Instant now;

        /** Clauses that ask otherwise. */
        private final Set<String> otherwise = new HashSet<>();

        /** Those, and where the pack is about other products now, all of its clauses. */
        private final Set<String> examined;

        private final Map<Ref<? extends Subject>, Map<Alike, List<Ref<? extends Subject>>>> byProduct =
                new LinkedHashMap<>();
        private final Map<Alike, List<Ref<? extends Subject>>> withoutProduct = new LinkedHashMap<>();

        Comparison(PackChanges changes, Snapshot snapshot, BiPredicate<Ref<? extends Subject>, Subject> seen) {
            this.changes = changes;
            this.snapshot = snapshot;
            this.seen = seen;
            Instant begins = changes.to().inForce().begins();
            Instant today = clock.instant();
            this.now = today.isBefore(begins) ? begins : today;
            changes.changes().stream()
                    .filter(ClauseChange::asksOtherwise)
                    .forEach(change -> otherwise.add(change.clause()));
            this.examined = new HashSet<>(otherwise);
            if (changes.attachesOtherwise()) {
                changes.from().clauses().forEach(clause -> examined.add(clause.id()));
                changes.to().clauses().forEach(clause -> examined.add(clause.id()));
            }
        }

        List<ChangeEffects> run() {
            subjects(PRODUCT).forEach(product -> byProduct.put(product, new LinkedHashMap<>()));
            doors().forEach((door, clauses) -> look(door, clauses));
            List<ChangeEffects> all = new ArrayList<>();
            byProduct.forEach((product, effects) -> all.add(effects(product, effects)));
            all.sort(Comparator.comparing((ChangeEffects e) ->
                            e.effects().isEmpty() && e.answers().isEmpty())
                    .thenComparing(e -> String.valueOf(e.product())));
            if (!withoutProduct.isEmpty()) {
                all.add(new ChangeEffects(null, true, true, told(withoutProduct), List.of(), Map.of()));
            }
            return all;
        }

        /** Each door and the clauses behind it that ask otherwise, or of other products. */
        private Map<Door, Set<String>> doors() {
            Map<Door, Set<String>> doors = new LinkedHashMap<>();
            Stream.of(changes.from(), changes.to())
                    .flatMap(pack -> pack.clauses().stream())
                    .filter(clause -> examined.contains(clause.id()))
                    .forEach(clause -> clause.rules().stream()
                            .flatMap(rule -> conditions(rule).stream())
                            .flatMap(condition -> condition.byAct().entrySet().stream())
                            .forEach(entry -> door(entry.getKey(), entry.getValue())
                                    .ifPresent(door -> doors.computeIfAbsent(door, d -> new LinkedHashSet<>())
                                            .add(clause.id()))));
            return doors;
        }

        /** The first reference that the rule reads, or else the first that the act has. */
        private Optional<Door> door(String act, Rule.Condition.Compiled compiled) {
            ActDeclaration type = vocabulary.act(act).orElseThrow();
            List<Field> references = type.references()
                    .filter(field -> field.part() != Field.Part.MAKES)
                    .filter(field -> !Objects.requireNonNullElse(ActDeclaration.kind(field), "")
                            .isEmpty())
                    .toList();
            List<String> reads = compiled.require().reads();
            return references.stream()
                    .min(Comparator.comparingInt(field -> rank(reads, field.name())))
                    .map(field -> new Door(type, field));
        }

        private void look(Door door, Set<String> clauses) {
            String kind = Objects.requireNonNull(ActDeclaration.kind(door.component()));
            for (Ref<? extends Subject> subject : subjects(kind)) {
                Prospect prospect = new Prospect(door.type(), door.component(), subject, null, now, snapshot);
                List<Foreseen> after =
                        gate.foresee(prospect, counting(changes.to().inForce()));
                if (after.stream().anyMatch(this::closedAnyway)) {
                    continue;
                }
                List<Foreseen> before =
                        gate.foresee(prospect, counting(changes.from().inForce()));
                Set<Ref<? extends Subject>> products = ProductSearch.of(vocabulary, snapshot, subject);
                for (String clause : clauses) {
                    Alike alike = new Alike(
                            clause, door.type().name(), side(clause, before, prospect), side(clause, after, prospect));
                    if (products.isEmpty()) {
                        withoutProduct
                                .computeIfAbsent(alike, a -> new ArrayList<>())
                                .add(subject);
                    }
                    for (Ref<? extends Subject> product : products) {
                        byProduct
                                .computeIfAbsent(product, p -> new LinkedHashMap<>())
                                .computeIfAbsent(alike, a -> new ArrayList<>())
                                .add(subject);
                    }
                }
            }
        }

        private List<Ref<? extends Subject>> subjects(String kind) {
            List<Ref<? extends Subject>> refs =
                    new ArrayList<>(jdbc.sql("select ref from subject where kind = ? order by position desc limit ?")
                            .params(kind, MOST)
                            .query((row, number) -> Ref.parse(row.getString(1)))
                            .list());
            snapshot.load(refs);
            refs.removeIf(ref -> {
                Subject state = snapshot.state(ref);
                return state == null || !seen.test(ref, state);
            });
            return refs;
        }

        /** Of the compared pack that version, of others the one in force. */
        private Predicate<PackInForce> counting(PackInForce version) {
            return pack -> pack.id().equals(version.id()) ? pack.equals(version) : pack.countsAt(now);
        }

        private boolean closedAnyway(Foreseen foreseen) {
            return !examined.contains(foreseen.check().clause())
                    && foreseen.check().strength() != Strength.SHOULD
                    && foreseen.standing() == Foreseen.Standing.FAILS;
        }

        private ChangeEffects effects(
                Ref<? extends Subject> product, Map<Alike, List<Ref<? extends Subject>>> effects) {
            return new ChangeEffects(
                    product,
                    attaches(changes.from(), product),
                    attaches(changes.to(), product),
                    told(effects),
                    answers(product),
                    asked(product));
        }

        private boolean attaches(Pack pack, Ref<? extends Subject> product) {
            return !pack.inForce()
                    .attaches()
                    .evaluate(Evaluation.of(guidelines.language(), snapshot, product))
                    .isFalse();
        }

        private List<ChangeEffects.ProfileAnswer> answers(Ref<? extends Subject> product) {
            List<ChangeEffects.ProfileAnswer> answers = new ArrayList<>();
            for (ClauseChange change : changes.changes()) {
                Answer before = answer(change.before(), product);
                Answer after = answer(change.after(), product);
                if (before != null || after != null) {
                    answers.add(new ChangeEffects.ProfileAnswer(change.clause(), before, after));
                }
            }
            return answers;
        }

        private @Nullable Answer answer(@Nullable Clause clause, Ref<? extends Subject> product) {
            return clause == null
                    ? null
                    : clause.rules().stream()
                            .filter(Rule.ProfileRule.class::isInstance)
                            .map(rule -> ((Rule.ProfileRule) rule)
                                    .value()
                                    .evaluate(Evaluation.of(guidelines.language(), snapshot, product)))
                            .findFirst()
                            .orElse(null);
        }

        private Map<String, GuidelineStatus.Line> asked(Ref<? extends Subject> product) {
            Set<String> changed =
                    changes.changes().stream().map(ClauseChange::clause).collect(Collectors.toSet());
            Map<String, GuidelineStatus.Line> asked = new HashMap<>();
            for (GuidelineStatus.Line line : status.of(product, List.of(changes.from(), changes.to()))) {
                if (line.last() != null && changed.contains(line.clause().id())) {
                    asked.put(line.clause().id(), line);
                }
            }
            return asked;
        }

        private List<ChangeEffects.Effect> told(Map<Alike, List<Ref<? extends Subject>>> effects) {
            return effects.entrySet().stream()
                    .map(entry -> effect(entry.getKey(), entry.getValue()))
                    .filter(effect -> effect.turn() != Turn.SAME || otherwise.contains(effect.clause()))
                    .sorted(Comparator.comparing(ChangeEffects.Effect::turn)
                            .thenComparing(ChangeEffects.Effect::clause)
                            .thenComparing(ChangeEffects.Effect::act))
                    .toList();
        }

        private ChangeEffects.Effect effect(Alike alike, List<Ref<? extends Subject>> subjects) {
            return new ChangeEffects.Effect(
                    alike.clause(),
                    alike.act(),
                    alike.before(),
                    alike.after(),
                    Turn.of(alike.before().meaning(), alike.after().meaning(), otherwise.contains(alike.clause())),
                    subjects);
        }
    }

    /** What the rules of the clause mean together: the gravest. */
    private static Side side(String clause, List<Foreseen> gate, Prospect prospect) {
        return gate.stream()
                .filter(foreseen -> foreseen.check().clause().equals(clause))
                .map(foreseen -> side(foreseen, prospect))
                .max(Comparator.comparing(Side::meaning))
                .orElse(Side.NOT_ASKED);
    }

    private static Side side(Foreseen foreseen, Prospect prospect) {
        boolean should = foreseen.check().strength() == Strength.SHOULD;
        Meaning meaning = switch (foreseen.standing()) {
            case HOLDS -> Meaning.HOLDS;
            case NOT_APPLICABLE, NOT_ADOPTED -> Meaning.NOT_APPLICABLE;
            case FAILS -> should ? Meaning.JUSTIFICATION : Meaning.BLOCKS;
            case ERROR -> Meaning.BLOCKS;
            case APPLICATION_OPEN, UNKNOWN ->
                foreseen.missing().stream().noneMatch(prospect::ofSubject)
                        ? Meaning.AT_THE_ACT
                        : should ? Meaning.JUSTIFICATION : Meaning.LACKS_FACT;
        };
        return new Side(
                meaning,
                foreseen.missing(),
                meaning.open() ? null : foreseen.check().message());
    }

    private static List<Rule.Condition> conditions(Rule rule) {
        return switch (rule) {
            case Rule.GateRule gateRule -> List.of(gateRule.condition());
            case Rule.EvidenceRule evidence -> List.of(evidence.condition());
            case Rule.ObligationRule o -> List.of();
            case Rule.AnalysisRule a -> List.of();
            case Rule.ProfileRule p -> List.of();
        };
    }

    private static int rank(List<String> reads, String name) {
        int rank = reads.indexOf(name);
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }
}
