package org.opencgt.donor;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Donor;

/**
 * A doctor examines the donor: body weight, and the signs that speak for an infection or a risk of one.
 *
 * @param signs each that was looked for, found or not
 */
@ActType(
        value = "donor.examine",
        by = {Role.DOCTOR})
public record ExamineDonor(
        @Concerns Ref<Donor> donor,
        @In(value = "kg", min = "1", max = "400") BigDecimal bodyWeight,
        List<Donor.Sign> signs,
        @Nullable @Text(max = 1000, lines = true) String finding)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                donor,
                d -> d.examined(new Donor.Examination(
                        occasion.performedAt(), occasion.performer(), bodyWeight, signs, finding)));
    }
}
