package org.opencgt.process;

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
import org.opencgt.subject.ProcessMonitoring;

/**
 * A lot comes onto the charts. The numbers of a batch of this ledger are read from the batch and never typed.
 *
 * @param code number of the batch
 * @param batch in this ledger; absent where the lot was made outside it
 * @param report from which the results come, where there is no batch; so too made, donor, materials, results
 */
@ActType(
        value = "process.enter-lot",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.QUALITY})
public record EnterLot(
        @Concerns Ref<ProcessMonitoring> monitoring,
        @Text(max = 40) String code,
        @Concerns @Nullable Ref<Batch> batch,
        @Concerns @Nullable Ref<Document> report,
        @Nullable LocalDate made,
        @Text(max = 200) String scale,
        @Nullable @Text(max = 40) String donor,
        List<ProcessMonitoring.MaterialIn> materials,
        List<ProcessMonitoring.Measured> results)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                monitoring,
                m -> m.entered(new ProcessMonitoring.Lot(
                        code, batch, report, made, scale, donor, materials, results, occasion.performedAt())));
    }
}
