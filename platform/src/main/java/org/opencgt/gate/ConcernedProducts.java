package org.opencgt.gate;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Field;
import org.opencgt.act.Ref;
import org.opencgt.act.Shape;
import org.opencgt.act.Subject;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.act.Vocabulary;

/** Finds the products that subjects belong to: their own, or that of their batch, unit, order, collection, contents or, of a material, its bills. */
final class ConcernedProducts {

    private static final String PRODUCT = "product";

    /** Kinds through which a subject belongs to a product; the empty kind is a component of any kind. */
    private static final Set<String> LEADING =
            Set.of("batch", "unit", "order", "collection", "sample", "material", "bill-item", "");

    /** Shipment → sample → batch → product is the longest way there is. */
    private static final int LONGEST_WAY = 4;

    /** Kinds that several products share: the batch that takes a material says for which of them. */
    private static final Set<String> SHARED = Set.of("material-lot", "material");

    private final Vocabulary vocabulary;
    private final Function<Ref<? extends Subject>, @Nullable Subject> states;
    private final Set<Ref<? extends Subject>> products = new LinkedHashSet<>();
    private final Set<Ref<? extends Subject>> shared = new LinkedHashSet<>();
    private final Set<Ref<? extends Subject>> seen = new HashSet<>();

    ConcernedProducts(Vocabulary vocabulary, Function<Ref<? extends Subject>, @Nullable Subject> states) {
        this.vocabulary = vocabulary;
        this.states = states;
    }

    ConcernedProducts visit(Ref<? extends Subject> subject) {
        if (SHARED.contains(subject.kind())) {
            shared.add(subject);
        } else {
            visit(subject, LONGEST_WAY);
        }
        return this;
    }

    /** Where nothing but materials was visited, the products in whose bills these stand. */
    Set<Ref<? extends Subject>> found() {
        if (products.isEmpty()) {
            shared.forEach(subject -> visit(subject, LONGEST_WAY));
        }
        return products;
    }

    private void visit(Ref<? extends Subject> ref, int steps) {
        if (ref.kind().equals(PRODUCT)) {
            products.add(ref);
            return;
        }
        SubjectDeclaration declaration = vocabulary.subject(ref.kind()).orElse(null);
        if (steps == 0 || !seen.add(ref) || declaration == null || !leads(declaration)) {
            return;
        }
        Subject state = states.apply(ref);
        if (state == null) {
            return;
        }
        for (Field field : declaration.shape().fields()) {
            if (refers(field.shape(), Set.of(PRODUCT)) && field.of(state) instanceof Ref<?> product) {
                products.add(product);
                return;
            }
        }
        for (Field field : declaration.shape().fields()) {
            if (refers(field.shape(), LEADING)) {
                switch (field.of(state)) {
                    case Ref<?> next -> visit(next, steps - 1);
                    case Iterable<?> all -> all.forEach(next -> visit((Ref<?>) next, steps - 1));
                    case null, default -> {
                        // leads nowhere
                    }
                }
            }
        }
    }

    private static boolean leads(SubjectDeclaration declaration) {
        return declaration.shape().fields().stream()
                .anyMatch(field -> refers(field.shape(), Set.of(PRODUCT)) || refers(field.shape(), LEADING));
    }

    private static boolean refers(Shape shape, Set<String> kinds) {
        return switch (shape) {
            case Shape.Reference(String kind) -> kinds.contains(kind);
            case Shape.Listing(Shape.Reference(String kind)) -> kinds.contains(kind);
            default -> false;
        };
    }
}
