package org.opencgt.study;

import java.time.Instant;
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
import org.opencgt.subject.Finding;
import org.opencgt.subject.Site;
import org.opencgt.subject.Study;

/** An audit, monitoring, quality control or the study itself brings a problem to light. */
@ActType(
        value = "study.raise-finding",
        by = {Role.MONITOR, Role.QUALITY, Role.STUDY_COORDINATOR, Role.INSPECTOR, Role.DOCTOR})
public record RaiseFinding(
        @Makes Ref<Finding> finding,
        @Concerns Ref<Site> site,
        @Concerns @Nullable Ref<Study> study,
        Finding.Source source,
        @Text(max = 2000, lines = true) String description,
        Instant found)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        finding,
                        new Finding(
                                site,
                                study,
                                source,
                                description,
                                found,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Finding.Status.OPEN))
                .andOnPresent(study, s -> s.withFinding(finding));
    }
}
