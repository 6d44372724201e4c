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
import org.opencgt.subject.LotComposition;
import org.opencgt.subject.Sample;

/**
 * What was counted in a lot, as raw counts; shares and their intervals follow from them.
 *
 * @param node of the process: {@code final} is the product as it is released
 */
@ActType(
        value = "quality.record-composition",
        by = {Role.QUALITY_CONTROL_ANALYST},
        signed = {Meaning.PERFORMED, Meaning.REVIEWED},
        countersignedBy = {Role.QUALITY_CONTROL_ANALYST, Role.QUALITY})
public record RecordComposition(
        @Concerns Ref<Batch> batch,
        @Concerns Ref<Sample> sample,
        @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String node,
        List<LotComposition.Count> counts,
        List<LotComposition.Quotient> quotients)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                batch, b -> b.counted(new LotComposition(node, sample, occasion.performedAt(), counts, quotients)));
    }
}
