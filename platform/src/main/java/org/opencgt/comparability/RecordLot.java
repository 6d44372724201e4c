package org.opencgt.comparability;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Document;
import org.opencgt.subject.ProcessChange;

/**
 * A lot of the comparison with its results. Those of a batch have to be its release tests.
 *
 * @param batch in this ledger; absent where the lot was made outside it
 * @param report from which its results come, where there is no batch
 * @param representative why it stands for its process
 */
@ActType(
        value = "comparability.record-lot",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.QUALITY})
public record RecordLot(
        @Concerns Ref<ProcessChange> change,
        @Text(max = 40) String code,
        ProcessChange.Side side,
        @Concerns @Nullable Ref<Batch> batch,
        @Concerns @Nullable Ref<Document> report,
        LocalDate made,
        @Text(max = 200) String scale,
        @Text(max = 500) String representative,
        List<ProcessChange.Measured> results)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                change,
                c -> c.compared(new ProcessChange.Lot(
                        code, side, batch, report, made, scale, representative, results, occasion.performedAt())));
    }
}
