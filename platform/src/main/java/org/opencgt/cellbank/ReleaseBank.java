package org.opencgt.cellbank;

import java.time.LocalDate;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.CellBank;

/**
 * Quality and the qualified person free a bank for use.
 *
 * @param qualifiedUntil last day on which it may be used without requalification
 */
@ActType(
        value = "cellbank.release-bank",
        by = {Role.QUALIFIED_PERSON},
        signed = {Meaning.RELEASED, Meaning.REVIEWED},
        countersignedBy = {Role.QUALITY})
public record ReleaseBank(
        @Concerns Ref<CellBank> bank,
        LocalDate qualifiedUntil,
        @Text(max = 1000, lines = true) String conclusion) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                bank,
                b -> b.with(next -> next.status(CellBank.Status.RELEASED)
                        .qualifiedUntil(qualifiedUntil)
                        .decision(conclusion)));
    }
}
