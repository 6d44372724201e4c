package org.opencgt.stability;

import java.time.LocalDate;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Product;
import org.opencgt.subject.StabilityStudy;

/** The plan of a study is approved; the product's time or allowance of its purpose rests on the study from now on. */
@ActType(
        value = "stability.approve-study",
        by = {Role.QUALITY},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record ApproveStudy(
        @Concerns Ref<StabilityStudy> study,
        @Concerns Ref<Product> product,
        StabilityStudy.StudiedMaterial material,
        StabilityStudy.Purpose purpose,
        LocalDate approved)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                        study,
                        s -> s.with(
                                b -> b.status(StabilityStudy.Status.APPROVED).approved(approved)))
                .andOn(product, p -> p.studied(material, purpose, study));
    }
}
