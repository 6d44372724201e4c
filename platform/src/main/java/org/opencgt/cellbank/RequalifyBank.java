package org.opencgt.cellbank;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.CellBank;
import org.opencgt.subject.Document;

/** A bank in use was looked at again: vials were thawed and tested, and the donors' standing was checked. */
@ActType(
        value = "cellbank.requalify-bank",
        by = {Role.QUALITY},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record RequalifyBank(
        @Concerns Ref<CellBank> bank,
        @In(value = "%", min = "0", max = "100") BigDecimal viability,
        Ref<Document> report,
        LocalDate qualifiedUntil)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(bank, b -> b.withQualifiedUntil(qualifiedUntil));
    }
}
