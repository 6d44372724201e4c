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

/** Quality frees a lot for use. */
@ActType(
        value = "material.release-lot",
        by = {Role.QUALITY},
        signed = {Meaning.RELEASED})
public record ReleaseLot(
        @Concerns Ref<MaterialLot> lot,
        @Text(max = 1000, lines = true) String conclusion) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                lot,
                l -> l.with(b -> b.status(MaterialLot.Status.RELEASED)
                        .decision(new MaterialLot.Decision(occasion.performedAt(), occasion.performer(), conclusion))));
    }
}
