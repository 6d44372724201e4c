package org.opencgt.organisation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.AuditPlan;
import org.opencgt.subject.Site;

/**
 * The days on which a site audits itself.
 */
@ActType(
        value = "organisation.plan-audits",
        by = {Role.QUALITY, Role.ADMINISTRATOR},
        signed = {Meaning.APPROVED})
public record PlanAudits(@Concerns Ref<Site> site, List<LocalDate> days) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                site,
                s -> s.withAuditPlan(new AuditPlan(
                        occasion.performedAt().atZone(ZoneOffset.UTC).toLocalDate(), days)));
    }
}
