package org.opencgt.organisation;

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
import org.opencgt.subject.AcademicReview;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;

/**
 * The academic committee of a site decided about the study of a product there.
 */
@ActType(
        value = "organisation.record-academic-review",
        by = {Role.QUALITY, Role.ADMINISTRATOR, Role.STUDY_COORDINATOR},
        signed = {Meaning.VERIFIED})
public record RecordAcademicReview(
        @Concerns Ref<Site> site,
        @Concerns Ref<Product> product,
        @Text(max = 20) String protocolVersion,
        String number,
        boolean scientificMerit,
        boolean necessity,
        LocalDate decided)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                site,
                s -> s.reviewed(
                        new AcademicReview(product, protocolVersion, number, scientificMerit, necessity, decided)));
    }
}
