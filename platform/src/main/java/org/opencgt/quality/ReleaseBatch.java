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
import org.opencgt.subject.Person;
import org.opencgt.subject.Unit;

/**
 * The qualified person releases a batch and its units; a second review by quality goes with it.
 *
 * @param certificate number of the certificate on which the decision rests
 */
@ActType(
        value = "quality.release-batch",
        by = {Role.QUALIFIED_PERSON},
        signed = {Meaning.RELEASED, Meaning.REVIEWED},
        countersignedBy = {Role.QUALITY})
public record ReleaseBatch(
        @Concerns Ref<Batch> batch,
        @Concerns List<Ref<Unit>> units,
        @Text(max = 40) String certificate,
        @Text(max = 2000, lines = true) String conclusion)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        Ref<Person> by = Ref.parse(occasion.performer().toString());
        return Effects.on(
                        batch,
                        b -> b.with(next -> next.stage(Batch.Stage.RELEASED)
                                .release(new Batch.Release(occasion.performedAt(), by, certificate))))
                .andOnEach(units, u -> u.withStatus(Unit.Status.RELEASED));
    }
}
