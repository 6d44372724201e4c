package org.opencgt.risk;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Product;
import org.opencgt.subject.ProductRisks;

/**
 * What bears on the immunogenicity of a product, the level that follows, and how closely it is watched.
 *
 * @param samples planned for each subject
 * @param assayTiers screening, confirmation, titre, neutralisation: how many of them
 */
@ActType(
        value = "risk.assess-immunogenicity",
        by = {Role.QUALITY, Role.DOCTOR, Role.PHARMACOVIGILANCE},
        signed = {Meaning.APPROVED})
public record AssessImmunogenicity(@Concerns Ref<Product> product, ProductRisks.Immunogenicity assessment)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.assessed(r -> r.withImmunogenicity(assessment)));
    }
}
