package org.opencgt.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;

/**
 * Two sites agree in writing on who does what. Both hold the agreement from then on; one of the same scope and product is
 * replaced.
 *
 * @param scope what it is about, in a few words
 * @param product the product that it is about; absent: every product
 * @param topics what it settles
 */
@ActType(
        value = "organisation.conclude-agreement",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON, Role.DOCTOR, Role.ADMINISTRATOR},
        signed = {Meaning.APPROVED, Meaning.APPROVED})
public record ConcludeAgreement(
        @Concerns Ref<Site> site,
        @Concerns Ref<Site> with,
        @Concerns @Nullable Ref<Product> product,
        String scope,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        List<Site.Agreement.Topic> topics)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(site, s -> s.agreed(new Site.Agreement(with, scope, validFrom, validUntil, product, topics)))
                .andOn(with, s -> s.agreed(new Site.Agreement(site, scope, validFrom, validUntil, product, topics)));
    }
}
