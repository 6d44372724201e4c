package org.opencgt.cellbank;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.opencgt.subject.CellBank;
import org.opencgt.subject.Equipment;

/**
 * Vials of ancillary cells go into a batch, feeder cells after inactivation.
 *
 * @param dose of the inactivation, in the unit of its validation
 */
@ActType(
        value = "cellbank.issue-ancillary-cells",
        by = {Role.MANUFACTURING_OPERATOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.MANUFACTURING_OPERATOR, Role.QUALITY})
public record IssueAncillaryCells(
        @Uses Ref<CellBank> bank,
        @Concerns Ref<Equipment> tank,
        @Into Ref<Batch> batch,
        List<String> vials,
        List<String> scannedVials,
        List<String> positions,
        @In(value = "%", min = "0", max = "100") BigDecimal viability,
        @Nullable BigDecimal dose,
        @Nullable @Text(max = 60) String inactivationRecord)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        CellBank.Withdrawal taken = new CellBank.Withdrawal(
                occasion.performedAt(),
                CellBank.Purpose.ANCILLARY_USE,
                scannedVials,
                viability,
                batch,
                occasion.performer());
        return Effects.on(bank, b -> b.withdrawn(taken)).andOn(tank, t -> t.freed(positions));
    }
}
