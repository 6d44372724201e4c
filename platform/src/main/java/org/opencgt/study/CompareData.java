package org.opencgt.study;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Study;

/**
 * The figures of the statistical report are compared, one by one, with the source documents.
 *
 * @param values how many were compared
 * @param unexplained how many differ without an explanation
 */
@ActType(
        value = "study.compare-data",
        by = {Role.STATISTICIAN, Role.MONITOR, Role.STUDY_COORDINATOR})
public record CompareData(
        @Concerns Ref<Study> study,
        @In(value = "1", min = "1") int values,
        @In(value = "1", min = "0") int unexplained) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                study, s -> s.withDataCompared(new Study.Comparison(occasion.performedAt(), values, unexplained)));
    }
}
