package org.opencgt.product;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Product;

/**
 * The risk class is decided from the product's features.
 *
 * @param risk as it follows from the factors
 */
@ActType(
        value = "product.decide-risk-class",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record DecideRiskClass(
        @Concerns Ref<Product> product,
        Product.RiskFactors factors,
        Product.RiskClass risk,
        @Text(max = 2000, lines = true) String reason)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.changed(c -> c.with(b -> b.risk(risk).riskFactors(factors))));
    }
}
