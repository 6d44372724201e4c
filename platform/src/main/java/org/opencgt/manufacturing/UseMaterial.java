package org.opencgt.manufacturing;

import java.math.BigDecimal;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Into;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.act.Uses;
import org.opencgt.subject.Batch;
import org.opencgt.subject.MaterialLot;

/** A part of a released lot goes into a batch. */
@ActType(
        value = "manufacturing.use-material",
        by = {Role.MANUFACTURING_OPERATOR})
public record UseMaterial(
        @Uses Ref<MaterialLot> lot,
        @Into Ref<Batch> batch,
        Batch.ProcessStep step,
        @In(value = "1", min = "0") BigDecimal quantity,
        @Text(max = 40) String scannedChainOfIdentity)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(lot, l -> l.used(quantity))
                .andOn(
                        batch,
                        b -> b.received(
                                new Batch.MaterialUse(lot, step, quantity, occasion.performedAt()),
                                occasion.performer()));
    }
}
