package org.opencgt.quality;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Unit;

/** A batch and its units are not to be used. */
@ActType(
        value = "quality.reject-batch",
        by = {Role.QUALIFIED_PERSON, Role.QUALITY},
        signed = {Meaning.APPROVED, Meaning.REVIEWED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record RejectBatch(
        @Concerns Ref<Batch> batch,
        @Concerns List<Ref<Unit>> units,
        @Text(max = 2000, lines = true) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                        batch,
                        b -> b.with(next -> next.stage(Batch.Stage.REJECTED)
                                .rejection(new Batch.Rejection(occasion.performedAt(), reason))))
                .andOnEach(units, u -> u.withStatus(Unit.Status.REJECTED));
    }
}
