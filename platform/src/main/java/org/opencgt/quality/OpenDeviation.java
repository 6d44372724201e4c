package org.opencgt.quality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Deviation;

/**
 * A departure from a procedure or a limit is recorded.
 *
 * @param concerning what departed
 * @param parameter the process parameter or test whose limit was left
 * @param batches whose release it holds up; the batch itself where it concerns one
 */
@ActType(value = "quality.open-deviation")
public record OpenDeviation(
        @Makes Ref<Deviation> deviation,
        @Concerns Ref<? extends Subject> concerning,
        @Concerns List<Ref<Batch>> batches,

        @Nullable @Text(max = 40, pattern = "[a-z][a-z0-9_]*")
        String parameter,

        @Text(max = 4000, lines = true) String description,
        Instant occurred,
        Deviation.Severity severity)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        deviation,
                        new Deviation(
                                concerning,
                                batches,
                                parameter,
                                description,
                                occurred,
                                occasion.performedAt(),
                                occasion.performer(),
                                severity,
                                Deviation.Status.OPEN,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null))
                .andOnEach(
                        batches,
                        b -> b.with(next -> next.deviations(Batch.joined(b.deviations(), deviation))
                                .openDeviations(Batch.joined(b.openDeviations(), deviation))));
    }
}
