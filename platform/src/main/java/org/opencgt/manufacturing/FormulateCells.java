package org.opencgt.manufacturing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
 * The harvested cells are put into the medium in which they will be kept.
 *
 * @param scannedChainOfIdentity as it stands on the vessel
 * @param volume of the formulated suspension
 * @param cryoprotectantPercent by volume
 * @param produced production date of the batch
 * @param expires last day of use, from the stability data
 */
@ActType(
        value = "manufacturing.formulate",
        by = {Role.MANUFACTURING_OPERATOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.MANUFACTURING_OPERATOR, Role.QUALITY})
public record FormulateCells(
        @Concerns Ref<Batch> batch,
        @Concerns Ref<Equipment> equipment,
        @Text(max = 40) String scannedChainOfIdentity,
        Instant started,
        Instant finished,
        @In(value = "10*6", min = "0", max = "1000000") BigDecimal viableCells,
        @In(value = "%", min = "0", max = "100") BigDecimal viability,
        @In(value = "mL", min = "0.1", max = "10000") BigDecimal volume,
        Cryoprotectant cryoprotectant,
        @In(value = "%", min = "0", max = "50") BigDecimal cryoprotectantPercent,
        LocalDate produced,
        LocalDate expires)
        implements Act {

    public enum Cryoprotectant {
        NONE,
        DIMETHYL_SULFOXIDE,
        GLYCEROL,
        TREHALOSE
    }

    @Override
    public Effects effects(Occasion occasion) {
        Batch.Step done = new Batch.Step(
                started,
                finished,
                occasion.performer(),
                equipment,
                viableCells,
                viability,
                Map.of(
                        "formulation_viability", viability,
                        "cryoprotectant", cryoprotectantPercent,
                        "formulation_concentration", viableCells.divide(volume, java.math.MathContext.DECIMAL32)));
        return Effects.on(
                batch,
                b -> b.stepped(Batch.Stage.FORMULATED, "formulation", done)
                        .with(next -> next.produced(produced).expires(expires)));
    }
}
