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
import org.opencgt.subject.Deviation;

/**
 * A deviation is closed once it is assessed and acted on.
 *
 * @param batches those whose release it held up
 */
@ActType(
        value = "quality.close-deviation",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record CloseDeviation(
        @Concerns Ref<Deviation> deviation,
        @Concerns List<Ref<Batch>> batches,
        @Text(max = 4000, lines = true) String action)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                        deviation,
                        d -> d.with(b ->
                                b.action(action).status(Deviation.Status.CLOSED).closed(occasion.performedAt())))
                .andOnEach(
                        batches,
                        b -> b.withOpenDeviations(b.openDeviations().stream()
                                .filter(open -> !open.equals(deviation))
                                .toList()));
    }
}
