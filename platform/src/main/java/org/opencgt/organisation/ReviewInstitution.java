package org.opencgt.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.InstitutionReview;
import org.opencgt.subject.Site;

/**
 * A maker looks at how an institution collected cells and used the product over a period.
 *
 * @param accepted collections that the maker accepted
 * @param adverse whether the institution fell short
 * @param action what follows; absent where nothing does
 */
@ActType(
        value = "organisation.review-institution",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record ReviewInstitution(
        @Concerns Ref<Site> maker,
        @Concerns Ref<Site> institution,
        LocalDate from,
        LocalDate to,
        @In(value = "1", min = "0") int collections,
        @In(value = "1", min = "0") int accepted,
        @In(value = "1", min = "0") int collectionDeviations,
        @In(value = "1", min = "0") int infusions,
        @In(value = "1", min = "0") int infusionDeviations,
        @In(value = "1", min = "0") int complaints,
        boolean adverse,
        @Nullable @Text(max = 1000, lines = true) String action)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                maker,
                m -> m.reviewed(new InstitutionReview(
                        institution,
                        from,
                        to,
                        collections,
                        accepted,
                        collectionDeviations,
                        infusions,
                        infusionDeviations,
                        complaints,
                        adverse,
                        action)));
    }
}
