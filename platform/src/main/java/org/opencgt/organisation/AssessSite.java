package org.opencgt.organisation;

import java.util.List;
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
import org.opencgt.subject.Site;

/**
 * Quality looks at what a site has: capabilities, each with its proof, and the departments of a hospital. A later assessment
 * replaces the answers that it gives and leaves the others.
 *
 * @param grade standing of a hospital
 * @param gradeJustification why a hospital counts as equivalent to grade III-A
 */
@ActType(
        value = "organisation.assess-site",
        by = {Role.QUALITY, Role.ADMINISTRATOR},
        signed = {Meaning.REVIEWED})
public record AssessSite(
        @Concerns Ref<Site> site,
        List<Site.Capability> capabilities,
        List<Site.Department> departments,
        Site.@Nullable Grade grade,
        @Text(max = 500) @Nullable String gradeJustification)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                site,
                s -> s.assessed(capabilities)
                        .rated(departments)
                        .with(next -> next.grade(grade == null ? s.grade() : grade)
                                .gradeJustification(grade == null ? s.gradeJustification() : gradeJustification)));
    }
}
