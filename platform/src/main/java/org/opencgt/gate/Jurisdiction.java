package org.opencgt.gate;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * Which packs judge an act: those that are in force at the time of the act and attach to a product that the act is about. An act
 * that leads to no product is judged by every pack; so it is where a missing fact leaves open whether a pack attaches.
 */
public final class Jurisdiction {

    private final Language language;
    private final Predicate<PackInForce> counting;
    private final Facts facts;
    private final Set<Ref<? extends Subject>> products;
    private final Map<PackInForce, Boolean> judging = new HashMap<>();
    private @Nullable Set<String> adopted;

    public Jurisdiction(Language language, Situation situation) {
        this.language = language;
        this.counting = pack -> pack.countsAt(situation.occasion().performedAt());
        this.facts = new FactsAt(situation);
        ConcernedProducts concerned = new ConcernedProducts(language.vocabulary(), facts::state);
        for (Field field : Types.references(situation.declaration())) {
            ActDeclaration.references(field, situation.act()).forEach(concerned::visit);
        }
        this.products = concerned.found();
    }

    /** @param counting which versions of packs are taken to be in force */
    Jurisdiction(Language language, Prospect prospect, Predicate<PackInForce> counting) {
        this.language = language;
        this.counting = counting;
        this.facts = prospect.facts();
        this.products = ProductSearch.of(language.vocabulary(), facts, prospect.subject());
    }

    /** The products that the act is about; empty where it leads to none. */
    public Set<Ref<? extends Subject>> products() {
        return products;
    }

    public boolean judges(PackInForce pack) {
        return judging.computeIfAbsent(pack, this::decide);
    }

    private boolean decide(PackInForce pack) {
        return counting.test(pack)
                && (products.isEmpty() || products.stream().anyMatch(product -> attaches(pack, product)));
    }

    private boolean attaches(PackInForce pack, Ref<? extends Subject> product) {
        return !pack.attaches()
                .evaluate(new ProductEvaluation(language.types(), facts, product))
                .isFalse();
    }

    /** Whether a product of the act adopted the clause. */
    public boolean adopts(String clause) {
        if (adopted == null) {
            adopted = new LinkedHashSet<>();
            for (Ref<? extends Subject> product : products) {
                adopted.addAll(adopted(product));
            }
        }
        return adopted.contains(clause);
    }

    private List<String> adopted(Ref<? extends Subject> product) {
        Subject state = facts.state(product);
        if (state == null) {
            return List.of();
        }
        return language
                .vocabulary()
                .subject(product.kind())
                .flatMap(declaration -> declaration.shape().field("adopted"))
                .map(field -> (List<?>) field.of(state))
                .stream()
                .flatMap(List::stream)
                .map(String.class::cast)
                .toList();
    }

    /** The facts of a situation with the states that come with it; a subject that the act makes counts as made. */
    private record FactsAt(Situation situation) implements Facts {

        @Override
        public @Nullable Subject state(Ref<? extends Subject> ref) {
            Subject before = situation.before().get(ref);
            if (before == null) {
                before = situation.facts().state(ref);
            }
            return before == null ? situation.after().get(ref) : before;
        }

        @Override
        public List<OpenObligation> obligations(Ref<? extends Subject> ref) {
            return situation.facts().obligations(ref);
        }

        @Override
        public Set<Ref<? extends Subject>> ancestors(Ref<? extends Subject> ref) {
            return situation.facts().ancestors(ref);
        }

        @Override
        public Set<Ref<? extends Subject>> descendants(Ref<? extends Subject> ref) {
            return situation.facts().descendants(ref);
        }
    }
}
