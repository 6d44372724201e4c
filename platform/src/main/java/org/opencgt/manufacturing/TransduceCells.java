package org.opencgt.manufacturing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Into;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.act.Uses;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.MaterialLot;

/**
 * A viral vector carries the gene into the cells.
 *
 * @param vector the lot, from which the titre is taken
 * @param scannedChainOfIdentity as it stands on the vessel
 * @param viableCells to which the vector was added
 * @param vectorVolume of vector suspension
 * @param moi transducing units to a cell, as calculated by the operator
 */
@ActType(
        value = "manufacturing.transduce",
        by = {Role.MANUFACTURING_OPERATOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.MANUFACTURING_OPERATOR, Role.QUALITY})
public record TransduceCells(
        @Into Ref<Batch> batch,
        @Uses Ref<MaterialLot> vector,
        @Concerns Ref<Equipment> equipment,
        @Text(max = 40) String scannedChainOfIdentity,
        Instant started,
        Instant finished,
        @In(value = "10*6", min = "0", max = "1000000") BigDecimal viableCells,
        @In(value = "%", min = "0", max = "100") BigDecimal viability,
        @In(value = "mL", min = "0", max = "10000") BigDecimal vectorVolume,
        @In(value = "1", min = "0", max = "1000") BigDecimal moi)
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
                Map.of("transduction_viability", viability, "moi", moi));
        return Effects.on(batch, b -> b.stepped(Batch.Stage.TRANSDUCED, "transduction", done))
                .andOn(
                        batch,
                        b -> b.received(
                                new Batch.MaterialUse(vector, Batch.ProcessStep.TRANSDUCTION, vectorVolume, finished),
                                occasion.performer()))
                .andOn(vector, l -> l.used(vectorVolume));
    }
}
