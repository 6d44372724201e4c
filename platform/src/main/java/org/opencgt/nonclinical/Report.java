package org.opencgt.nonclinical;

import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Document;
import org.opencgt.subject.NonclinicalStudy;
import org.opencgt.subject.Product;

/**
 * The study is reported; the product rests on it from now on.
 *
 * @param mechanism how far it confirms how the product acts
 * @param dosingSupport what it says of the doses planned for people
 */
@ActType(
        value = "nonclinical.report",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALIFIED_PERSON, Role.QUALITY})
public record Report(
        @Concerns Ref<NonclinicalStudy> study,
        @Concerns Ref<Product> product,
        @Concerns Ref<Document> report,
        @Text(max = 2000, lines = true) String summary,
        @Text(max = 1000, lines = true) @Nullable String mechanism,
        @Text(max = 1000, lines = true) @Nullable String dosingSupport)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                        study,
                        s -> s.reported(new NonclinicalStudy.Conclusion(
                                report, summary, mechanism, dosingSupport, occasion.performedAt())))
                .andOn(product, p -> p.studiedInAnimals(study));
    }
}
