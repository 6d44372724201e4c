package org.opencgt.donor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Site;

/** The results of a second sample, taken when the window period after the collection is over. */
@ActType(
        value = "donor.rescreen",
        by = {Role.DOCTOR, Role.QUALITY_CONTROL_ANALYST, Role.CELL_LABORATORY})
public record RescreenDonor(
        @Concerns Ref<Donor> donor,
        Instant sampled,
        Ref<Site> laboratory,
        Donor.@Nullable Specimen specimen,
        List<ScreenDonor.Result> panel)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(donor, d -> d.withRescreening(ScreenDonor.screening(sampled, laboratory, specimen, panel)));
    }
}
