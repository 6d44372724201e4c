package org.opencgt.donor;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Recipient;

/**
 * Quality settles what became known of a donor: whether the material may go on, and that every recipient's doctor was told.
 *
 * @param reached the recipients whose doctors were told
 */
@ActType(
        value = "donor.settle-information",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record SettleInformation(
        @Concerns Ref<Donor> donor,
        @Text(max = 40) String number,
        @Concerns List<Ref<Recipient>> reached,
        boolean materialUsable,
        @Text(max = 2000, lines = true) String conclusion)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(donor, d -> d.settled(number, occasion.performedAt(), reached, materialUsable, conclusion));
    }
}
