package org.opencgt.guideline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.gate.Answer;
import org.opencgt.gate.Evaluation;
import org.opencgt.gate.Facts;
import org.opencgt.gate.Finding;
import org.opencgt.gate.ProductSearch;
import org.opencgt.gate.RecordedVerdict;
import org.opencgt.gate.Strength;

/**
 * How a product, study, site or batch stands to every clause, from what the gates said in its acts and those of its lineage. A
 * subject that leads to no product is compared with every pack, as its acts are judged by every pack.
 */
public final class GuidelineStatus {

    private final Guidelines guidelines;
    private final Record record;

    public GuidelineStatus(Guidelines guidelines, Record record) {
        this.guidelines = guidelines;
        this.record = record;
    }

    /** What happened so far. */
    public interface Record {

        /** Every subject whose state names one of the subjects as its product, study, site or batch. */
        Set<Ref<? extends Subject>> belongingTo(Set<Ref<? extends Subject>> subjects);

        /** The verdicts of all acts, performed or refused, that concern any of the subjects, the oldest first. */
        List<Judged> verdicts(Set<Ref<? extends Subject>> subjects);

        /** The clauses under which something is still to be done for any of the subjects. */
        Set<String> due(Set<Ref<? extends Subject>> subjects);
    }

    /**
     * A verdict and the act that it was about.
     *
     * @param entry identifier of the ledger entry
     * @param type of the act
     */
    public record Judged(String entry, String type, Instant performedAt, RecordedVerdict verdict) {}

    /** How a clause stands. */
    public enum Standing {
        /** It asks for something that is still to be done. */
        DUE,
        /** The last time it was asked, it held. */
        HELD,
        /** The last time it was asked, it was lifted by a justification. */
        LIFTED,
        /** The last time it was asked, it did not hold, or lacked facts; the act was refused. */
        FAILED,
        /** A rule serves it, and no act has asked it yet. */
        NEVER_ASKED,
        /** Its answer is what the product is. */
        ANSWERED,
        /** The clause is a {@code may} that the product did not adopt. */
        NOT_ADOPTED,
        /** No rule serves it yet. */
        NOT_SERVED,
        /** Its pack does not attach to the subject's product. */
        NOT_APPLICABLE;

        /** As in files and interfaces. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A clause and how the subject stands to it.
     *
     * @param last the act in which it was asked last; null where it never was
     * @param held how often it held
     * @param failed how often it did not
     * @param answer what a profile says about the product; null for other clauses
     */
    public record Line(
            Clause clause,
            Standing standing,
            @Nullable Judged last,
            int held,
            int failed,
            @Nullable Answer answer) {

        private Line withStanding(Standing other) {
            return new Line(clause, other, last, held, failed, answer);
        }
    }

    /**
     * Every clause of the packs, in order.
     *
     * @param packs as they count at the time for which it is asked
     * @param facts the subject, its lineage and its product as they are now
     */
    public List<Line> of(Ref<? extends Subject> subject, Facts facts, List<Pack> packs) {
        Set<Ref<? extends Subject>> family = new LinkedHashSet<>(facts.ancestors(subject));
        family.add(subject);
        family.addAll(facts.descendants(subject));
        Set<Ref<? extends Subject>> products =
                ProductSearch.of(guidelines.language().vocabulary(), facts, subject);
        family.addAll(record.belongingTo(Set.copyOf(family)));
        family.addAll(products);
        Set<String> due = record.due(family);
        Map<String, Asked> asked = new LinkedHashMap<>();
        for (Judged judged : record.verdicts(family)) {
            judged.verdict()
                    .clauses()
                    .forEach((clause, entries) ->
                            asked.computeIfAbsent(clause, c -> new Asked()).add(judged, entries));
        }
        List<Line> lines = new ArrayList<>();
        for (Pack pack : packs) {
            boolean attached = products.isEmpty()
                    || products.stream()
                            .anyMatch(product -> !pack.inForce()
                                    .attaches()
                                    .evaluate(Evaluation.of(guidelines.language(), facts, product))
                                    .isFalse());
            for (Clause clause : pack.clauses()) {
                Line line = line(clause, attached, asked.get(clause.id()), products, facts);
                lines.add(due.contains(clause.id()) ? line.withStanding(Standing.DUE) : line);
            }
        }
        return lines;
    }

    private Line line(
            Clause clause, boolean attached, @Nullable Asked asked, Set<Ref<? extends Subject>> products, Facts facts) {
        if (asked != null && asked.last != null) {
            return new Line(clause, asked.standing(), asked.last, asked.held, asked.failed, null);
        }
        if (!attached) {
            return new Line(clause, Standing.NOT_APPLICABLE, null, 0, 0, null);
        }
        Answer answer = answer(clause, products, facts);
        Standing standing = clause.mechanism() == Mechanism.NONE
                ? Standing.NOT_SERVED
                : asked != null && clause.strength() == Strength.MAY
                        ? Standing.NOT_ADOPTED
                        : answer instanceof Answer.Is ? Standing.ANSWERED : Standing.NEVER_ASKED;
        return new Line(clause, standing, null, 0, 0, answer);
    }

    /** What the clause's profile says about the first product; null where it has none or there is no product. */
    private @Nullable Answer answer(Clause clause, Set<Ref<? extends Subject>> products, Facts facts) {
        for (Rule rule : clause.rules()) {
            if (rule instanceof Rule.ProfileRule profile && !products.isEmpty()) {
                return profile.value()
                        .evaluate(Evaluation.of(
                                guidelines.language(),
                                facts,
                                products.iterator().next()));
            }
        }
        return null;
    }

    /** What was said about one clause. */
    private static final class Asked {

        private int held;
        private int failed;
        private @Nullable Judged last;
        private Finding.Result result = Finding.Result.NOT_ADOPTED;

        void add(Judged judged, List<RecordedVerdict.Entry> entries) {
            for (RecordedVerdict.Entry entry : entries) {
                switch (entry.result()) {
                    case HOLDS -> held++;
                    case FAILS, UNKNOWN, ERROR, LIFTED -> failed++;
                    case NOT_ADOPTED -> {
                        continue;
                    }
                }
                if (last != judged || graver(entry.result())) {
                    result = entry.result();
                }
                last = judged;
            }
        }

        private boolean graver(Finding.Result other) {
            return result == Finding.Result.HOLDS || result == Finding.Result.LIFTED && other != Finding.Result.HOLDS;
        }

        Standing standing() {
            return switch (result) {
                case HOLDS -> Standing.HELD;
                case LIFTED -> Standing.LIFTED;
                case FAILS, UNKNOWN, ERROR -> Standing.FAILED;
                case NOT_ADOPTED -> Standing.NOT_ADOPTED;
            };
        }
    }
}
