package org.opencgt.stability;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Product;
import org.opencgt.subject.StabilityStudy;

/** A study of stability is planned: purpose, material, conditions, tests with their criteria, and when samples are pulled. */
@ActType(
        value = "stability.plan-study",
        by = {Role.QUALITY, Role.QUALITY_CONTROL_ANALYST})
public record PlanStudy(
        @Makes Ref<StabilityStudy> study,
        @Concerns Ref<Product> product,
        String title,
        StabilityStudy.Purpose purpose,
        StabilityStudy.StudiedMaterial material,
        StabilityStudy.Design design)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                study,
                new StabilityStudy(
                        title,
                        product,
                        StabilityStudy.Status.PLANNED,
                        purpose,
                        material,
                        design,
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
    }
}
