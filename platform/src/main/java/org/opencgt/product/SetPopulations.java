package org.opencgt.product;

import java.util.Map;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.CellPopulation;
import org.opencgt.subject.Product;

/**
 * The populations that are counted in every lot, all of them.
 *
 * @param populations by name
 */
@ActType(
        value = "product.set-populations",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record SetPopulations(@Concerns Ref<Product> product, Map<String, CellPopulation> populations) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.changed(c -> c.withPopulations(populations)));
    }
}
