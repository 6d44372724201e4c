package org.opencgt.donor;

import java.time.Instant;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Donor;

/**
 * Something about the donor became known after the donation. What was made of the cells stops, down to the dose, until quality has
 * settled it.
 *
 * @param number of the report
 * @param learned when it became known
 */
@ActType(
        value = "donor.report-information",
        by = {Role.DOCTOR, Role.APHERESIS_NURSE, Role.STUDY_COORDINATOR, Role.PHARMACOVIGILANCE, Role.QUALITY})
public record ReportInformation(
        @Concerns Ref<Donor> donor,
        @Text(max = 40) String number,
        Donor.Information.Kind kind,
        Instant learned,
        @Text(max = 2000, lines = true) String text)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                donor,
                d -> d.informed(new Donor.Information(number, learned, kind, text, List.of(), null, null, null)));
    }
}
