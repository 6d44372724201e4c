package org.opencgt.material;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.BillItem;

/** Quality approves a line of a bill of materials. */
@ActType(
        value = "material.approve-use",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record ApproveUse(
        @Concerns Ref<BillItem> item,
        @Text(max = 1000, lines = true) String conclusion) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                item,
                i -> i.with(b -> b.status(BillItem.Status.APPROVED)
                        .approval(new BillItem.Approval(occasion.performedAt(), occasion.performer(), conclusion))));
    }
}
