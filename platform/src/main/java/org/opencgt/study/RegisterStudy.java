package org.opencgt.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;
import org.opencgt.subject.Study;

/**
 * A clinical study of a product opens at a site.
 *
 * @param lead the leading institution of a study at several centres; absent: the study has one centre
 * @param diseaseField in which the study lies
 */
@ActType(
        value = "study.register",
        by = {Role.STUDY_COORDINATOR, Role.QUALITY})
public record RegisterStudy(
        @Makes Ref<Study> study,
        @Concerns Ref<Product> product,
        @Concerns Ref<Site> site,
        @Concerns Ref<Site> sponsor,
        String title,
        @Text(max = 40) String code,
        @Text(max = 20) String protocolVersion,
        Study.@Nullable Purpose purpose,
        @Nullable Ref<Site> lead,
        @Text(max = 100) @Nullable String diseaseField)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                study,
                new Study(
                        title,
                        code,
                        product,
                        site,
                        sponsor,
                        protocolVersion,
                        Study.Status.OPEN,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        null,
                        false,
                        List.of(),
                        purpose,
                        null,
                        null,
                        List.of(),
                        null));
    }
}
