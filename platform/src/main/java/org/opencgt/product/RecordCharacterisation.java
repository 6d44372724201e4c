package org.opencgt.product;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Characterisation;
import org.opencgt.subject.Product;

/**
 * What was learnt of the product’s attributes in one study.
 */
@ActType(
        value = "product.record-characterisation",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON, Role.QUALITY_CONTROL_ANALYST},
        signed = {Meaning.VERIFIED})
public record RecordCharacterisation(@Concerns Ref<Product> product, Characterisation characterisation) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.characterised(characterisation));
    }
}
