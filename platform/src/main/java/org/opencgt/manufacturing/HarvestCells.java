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
 * The culture ends: beads and medium are removed, the cells are washed and counted.
 *
 * @param scannedChainOfIdentity as it stands on the vessel
 */
@ActType(
        value = "manufacturing.harvest",
        by = {Role.MANUFACTURING_OPERATOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.MANUFACTURING_OPERATOR, Role.QUALITY})
public record HarvestCells(
        @Concerns Ref<Batch> batch,
        @Concerns Ref<Equipment> equipment,
        @Text(max = 40) String scannedChainOfIdentity,
        Instant started,
        Instant finished,
        @In(value = "10*6", min = "0", max = "1000000") BigDecimal viableCells,
        @In(value = "%", min = "0", max = "100") BigDecimal viability)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                batch,
                b -> b.harvested(new Batch.Step(
                        started,
                        finished,
                        occasion.performer(),
                        equipment,
                        viableCells,
                        viability,
                        Map.of("harvest_viability", viability))));
    }
}
