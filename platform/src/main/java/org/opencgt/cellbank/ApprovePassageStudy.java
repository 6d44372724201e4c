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
import org.opencgt.subject.Document;
import org.opencgt.subject.PassageStudy;
import org.opencgt.subject.Product;

/** The report of a passage study is approved; the product's banks and process may rest on it. */
@ActType(
        value = "cellbank.approve-passage-study",
        by = {Role.QUALITY},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record ApprovePassageStudy(
        @Concerns Ref<PassageStudy> study,
        @Concerns Ref<Product> product,
        PassageStudy.Material material,
        Ref<Document> report,
        LocalDate approved)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                        study,
                        s -> s.with(b -> b.status(PassageStudy.Status.APPROVED)
                                .report(report)
                                .approved(approved)))
                .andOn(
                        product,
                        p -> material == PassageStudy.Material.END_CELLS
                                ? p.withEndCellStudy(study)
                                : p.withPassageStudy(study));
    }
}
