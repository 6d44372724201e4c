package org.opencgt.biosafety;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Product;
import org.opencgt.subject.ProductBiosafety;

/** Whether making a product from a donor with a pathogen raises its spread, and what keeps it from others than the donor. */
@ActType(
        value = "biosafety.assess-transmission",
        by = {Role.QUALITY},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record AssessTransmission(@Concerns Ref<Product> product, ProductBiosafety.Transmission transmission)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.secured(s -> s.withTransmission(transmission)));
    }
}
