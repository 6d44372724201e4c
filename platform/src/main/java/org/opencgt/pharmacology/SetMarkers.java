package org.opencgt.pharmacology;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.PharmacologyPlan;

/**
 * Which markers are followed, each with the target or mechanism that it tells of, and how their samples are handled.
 */
@ActType(
        value = "pharmacology.set-markers",
        by = {Role.STATISTICIAN, Role.STUDY_COORDINATOR, Role.DOCTOR})
public record SetMarkers(
        @Concerns Ref<PharmacologyPlan> plan,
        List<PharmacologyPlan.Marker> markers,
        PharmacologyPlan.@Nullable HandlingLimits handling)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                plan, p -> p.with(b -> b.markers(markers).handling(handling).status(PharmacologyPlan.Status.DRAFT)));
    }
}
