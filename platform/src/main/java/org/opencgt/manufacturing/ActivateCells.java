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
 * The selected cells are stimulated to divide.
 *
 * @param scannedChainOfIdentity as it stands on the vessel
 * @param beadToCellRatio activating beads to a cell
 */
@ActType(
        value = "manufacturing.activate-cells",
        by = {Role.MANUFACTURING_OPERATOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.MANUFACTURING_OPERATOR, Role.QUALITY})
public record ActivateCells(
        @Concerns Ref<Batch> batch,
        @Concerns Ref<Equipment> equipment,
        @Text(max = 40) String scannedChainOfIdentity,
        Instant started,
        Instant finished,
        @In(value = "10*6", min = "0", max = "1000000") BigDecimal viableCells,
        @In(value = "%", min = "0", max = "100") BigDecimal viability,
        @In(value = "1", min = "0", max = "100") BigDecimal beadToCellRatio)
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
                Map.of("activation_viability", viability, "bead_to_cell_ratio", beadToCellRatio));
        return Effects.on(batch, b -> b.stepped(Batch.Stage.ACTIVATED, "activation", done));
    }
}
