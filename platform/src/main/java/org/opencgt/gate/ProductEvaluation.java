package org.opencgt.gate;

import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** Expressions about one product: what a pack attaches to, what a profile says. */
final class ProductEvaluation extends RecordEvaluation {

    private final Ref<? extends Subject> product;

    ProductEvaluation(Types types, Facts facts, Ref<? extends Subject> product) {
        super(types, facts);
        this.product = product;
    }

    @Override
    @Nullable
    Subject state(Ref<? extends Subject> ref, Moment moment) {
        return facts().state(ref);
    }

    @Override
    @Nullable
    Object variable(String name) {
        return name.equals("product") ? subject(product, product.kind(), name, Moment.BEFORE) : null;
    }
}
