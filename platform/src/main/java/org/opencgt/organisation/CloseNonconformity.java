package org.opencgt.organisation;

import java.time.ZoneOffset;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Site;

/**
 * Corrective and preventive action was taken against a nonconformity of an institution.
 */
@ActType(
        value = "organisation.close-nonconformity",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED, Meaning.APPROVED})
public record CloseNonconformity(
        @Concerns Ref<Site> maker,
        @Concerns Ref<Site> institution,
        @Text(max = 40) String number,
        @Text(max = 1000, lines = true) String correctiveAction,
        @Text(max = 1000, lines = true) String preventiveAction)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                maker,
                m -> m.closed(
                        institution,
                        number,
                        correctiveAction,
                        preventiveAction,
                        occasion.performedAt().atZone(ZoneOffset.UTC).toLocalDate()));
    }
}
