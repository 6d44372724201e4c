package org.opencgt.pharmacology;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Document;
import org.opencgt.subject.PharmacologyPlan;

/** Two assays were compared on the same samples. */
@ActType(
        value = "pharmacology.bridge-assays",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.QUALITY})
public record BridgeAssays(
        @Concerns Ref<PharmacologyPlan> plan,
        @Text(max = 40) String before,
        @Text(max = 40) String after,
        @Concerns Ref<Document> report)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(plan, p -> p.bridged(new PharmacologyPlan.Bridging(before, after, report)));
    }
}
