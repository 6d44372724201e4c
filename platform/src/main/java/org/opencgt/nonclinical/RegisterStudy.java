package org.opencgt.nonclinical;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.NonclinicalStudy;
import org.opencgt.subject.Product;

/** A study of a product in animals is begun. */
@ActType(
        value = "nonclinical.register-study",
        by = {Role.QUALITY, Role.QUALITY_CONTROL_ANALYST})
public record RegisterStudy(
        @Makes Ref<NonclinicalStudy> study,
        @Concerns Ref<Product> product,
        @Text(max = 200) String title,
        List<NonclinicalStudy.Purpose> purposes)
        implements Act {

    public RegisterStudy {
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("a study needs a purpose");
        }
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                study,
                new NonclinicalStudy(
                        product,
                        title,
                        purposes,
                        NonclinicalStudy.Status.PLANNED,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
    }
}
