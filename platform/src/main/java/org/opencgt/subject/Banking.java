package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;

/**
 * How a product draws on cell banks (SC-4.1.1.1.3, SC-3.7.2b).
 *
 * @param stage of development
 * @param lineType of the line from which production starts; absent where it starts from primary cells
 * @param justification why there is no bank, or no second tier
 * @param consistencyStrategy what keeps batches alike without a bank
 * @param standards to which the characterisation of the banks is mapped
 * @param medium of the process; the passage study is compared with it
 * @param batchesPerYear planned
 * @param vialsPerBatch of the working bank
 * @param vialsPerBank of one working bank
 * @param monthsBetweenBanks how often a working bank is made
 * @param leadTimeDays from the decision to a released replacement bank
 * @param endCellsPassageable whether the cells of the final product can be passaged (SC-5.3g)
 * @param passageLimit highest passage of production
 */
@RecordBuilder
public record Banking(
        String version,
        boolean banked,
        Stage stage,
        CellLine.@Nullable Type lineType,
        @Nullable Ref<Document> justification,
        @Nullable Ref<Document> consistencyStrategy,
        List<Standard> standards,
        @Nullable String medium,
        @Nullable String vessel,
        @In(value = "1", min = "0") int batchesPerYear,
        @In(value = "1", min = "0") int vialsPerBatch,
        @In(value = "1", min = "0") int vialsPerBank,
        @In(value = "1", min = "0") int monthsBetweenBanks,
        @In(value = "d", min = "0") int leadTimeDays,
        boolean endCellsPassageable,
        @In(value = "1", min = "0") int passageLimit) {

    public enum Stage {
        NONCLINICAL,
        EARLY_CLINICAL,
        CONFIRMATORY,
        COMMERCIAL
    }

    public enum Standard {
        ICH_Q5D,
        CHP_CELL_SUBSTRATE,
        OTHER
    }
}
