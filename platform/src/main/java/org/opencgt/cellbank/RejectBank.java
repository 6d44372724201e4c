package org.opencgt.cellbank;

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

/** Quality keeps a bank from use for good. */
@ActType(
        value = "cellbank.reject-bank",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record RejectBank(
        @Concerns Ref<CellBank> bank,
        @Text(max = 1000, lines = true) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                bank, b -> b.with(next -> next.status(CellBank.Status.REJECTED).decision(reason)));
    }
}
