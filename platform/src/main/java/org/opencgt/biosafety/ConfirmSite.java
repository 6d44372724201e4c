package org.opencgt.biosafety;

import java.time.LocalDate;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Area;
import org.opencgt.subject.EnvironmentalAssessment;
import org.opencgt.subject.Site;

/** A hospital has the rooms that a product needs, and the measures against environmental risk are in place there. */
@ActType(
        value = "biosafety.confirm-site",
        by = {Role.QUALITY},
        signed = {Meaning.VERIFIED})
public record ConfirmSite(
        @Concerns Ref<EnvironmentalAssessment> assessment,
        @Concerns Ref<Site> site,
        List<Ref<Area>> areas,
        List<EnvironmentalAssessment.MeasureKind> measures,
        LocalDate on)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                assessment, a -> a.confirmed(new EnvironmentalAssessment.Confirmation(site, areas, measures, on)));
    }
}
