package org.opencgt.cellbank;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.CellBank;
import org.opencgt.subject.Document;

/** A bank was compared with the bank that it replaces. */
@ActType(
        value = "cellbank.compare-bank",
        by = {Role.QUALITY},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record CompareBank(@Concerns Ref<CellBank> bank, Ref<Document> report) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(bank, b -> b.withComparability(report));
    }
}
