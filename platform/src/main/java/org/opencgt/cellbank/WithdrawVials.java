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
import org.opencgt.subject.CellBank;
import org.opencgt.subject.Equipment;

/**
 * Vials are taken out of a bank. For a batch they leave by the opening of the batch.
 *
 * @param vials as asked for
 * @param scannedVials as scanned at the tank
 * @param viability after thawing
 * @param into the bank of the next tier
 */
@ActType(
        value = "cellbank.withdraw-vials",
        by = {Role.MANUFACTURING_OPERATOR, Role.QUALITY_CONTROL_ANALYST, Role.WAREHOUSE},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.MANUFACTURING_OPERATOR, Role.QUALITY_CONTROL_ANALYST, Role.WAREHOUSE, Role.QUALITY})
public record WithdrawVials(
        @Uses Ref<CellBank> bank,
        @Concerns Ref<Equipment> tank,
        @Into @Nullable Ref<CellBank> into,
        CellBank.Purpose purpose,
        List<String> vials,
        List<String> scannedVials,
        List<String> positions,
        @Nullable @In(value = "%", min = "0", max = "100") BigDecimal viability,
        @Nullable @Text(max = 500) String reason)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        CellBank.Withdrawal taken = new CellBank.Withdrawal(
                occasion.performedAt(), purpose, scannedVials, viability, into, occasion.performer());
        return Effects.on(bank, b -> b.withdrawn(taken)).andOn(tank, t -> t.freed(positions));
    }
}
