package org.opencgt.study;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Document;
import org.opencgt.subject.Study;

/** Who may take part by age; where children may, the data of adults or the reason to do without. */
@ActType(
        value = "study.set-age-range",
        by = {Role.DOCTOR, Role.STUDY_COORDINATOR})
public record SetAgeRange(
        @Concerns Ref<Study> study,
        @In(value = "a", min = "0", max = "120") BigDecimal youngest,
        @In(value = "a", min = "0", max = "120") BigDecimal adultFrom,
        @Concerns @Nullable Ref<Document> adultSafety,
        @Concerns @Nullable Ref<Document> adultEfficacy,
        Study.@Nullable PaediatricException exception,
        @Concerns @Nullable Ref<Document> riskControl)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                study,
                s -> s.withAges(
                        new Study.AgeRange(youngest, adultFrom, adultSafety, adultEfficacy, exception, riskControl)));
    }
}
