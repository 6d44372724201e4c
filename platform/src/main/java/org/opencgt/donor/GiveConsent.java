package org.opencgt.donor;

import java.util.List;
import java.util.Locale;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Consent;
import org.opencgt.subject.Donor;

/** The donor agrees, after being informed; the doctor who informed signs. */
@ActType(
        value = "donor.consent",
        by = {Role.DOCTOR})
public record GiveConsent(@Concerns Ref<Donor> donor, List<Scope> scope, String formVersion) implements Act {

    /** To what a donor may agree, each by itself. */
    public enum Scope {
        COLLECTION,
        TESTING,
        MANUFACTURE,
        GENE_MODIFICATION,
        STORAGE,
        RETENTION,
        BANKING,
        RESEARCH,
        DATA_USE,
        LONG_TERM_KEEPING,
        SHARING,
        OTHER_PROJECT,
        OTHER_INSTITUTION
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                donor,
                d -> d.withConsent(new Consent(
                        occasion.performedAt(),
                        scope.stream()
                                .map(s -> s.name().toLowerCase(Locale.ROOT))
                                .toList(),
                        formVersion,
                        null)));
    }
}
