package org.opencgt.manufacturing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Equipment;

/**
 * The target cells are selected from the collected cells, of CAR-T products T cells.
 *
 * @param scannedChainOfIdentity as it stands on the vessel
 * @param targetPurity share of target cells, such as CD3 positive, among viable cells after selection
 */
@ActType(
        value = "manufacturing.select-cells",
        by = {Role.MANUFACTURING_OPERATOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.MANUFACTURING_OPERATOR, Role.QUALITY})
public record SelectCells(
        @Concerns Ref<Batch> batch,
        @Concerns Ref<Equipment> equipment,
        @Text(max = 40) String scannedChainOfIdentity,
        Instant started,
        Instant finished,
        @In(value = "10*6", min = "0", max = "1000000") BigDecimal viableCells,
        @In(value = "%", min = "0", max = "100") BigDecimal viability,
        @In(value = "%", min = "0", max = "100") BigDecimal targetPurity)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        Batch.Step done = new Batch.Step(
                started,
                finished,
                occasion.performer(),
                equipment,
                viableCells,
                viability,
                Map.of("selection_viability", viability, "selection_purity", targetPurity));
        return Effects.on(batch, b -> b.stepped(Batch.Stage.SELECTED, "selection", done));
    }
}
