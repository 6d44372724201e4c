package org.opencgt.material;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.MaterialLot;

/** A lot is withdrawn; the lineage tells every batch, unit and recipient that it reached. */
@ActType(
        value = "material.recall-lot",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record RecallLot(
        @Concerns Ref<MaterialLot> lot,
        @Text(max = 1000, lines = true) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                lot,
                l -> l.with(b -> b.status(MaterialLot.Status.RECALLED)
                        .recall(new MaterialLot.Recall(occasion.performedAt(), reason))));
    }
}
