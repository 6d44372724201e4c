package org.opencgt.organisation;

import java.time.LocalDate;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.PreparationQualification;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;

/**
 * A site is found fit to prepare a product; a later finding about the same product replaces the one before.
 */
@ActType(
        value = "organisation.qualify-preparation",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED, Meaning.APPROVED})
public record QualifyPreparation(
        @Concerns Ref<Site> site,
        @Concerns Ref<Product> product,
        List<PreparationQualification.Finding> findings,
        boolean gmpPrinciples,
        LocalDate validFrom,
        LocalDate validUntil)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                site,
                s -> s.fit(new PreparationQualification(product, findings, gmpPrinciples, validFrom, validUntil)));
    }
}
