package org.opencgt.donor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Recipient;

/**
 * Donor and recipient are compared locus by locus.
 *
 * @param abo of the recipient
 * @param hla of the recipient
 * @param reason why the pair is accepted although it does not fit or a type is missing
 */
@ActType(
        value = "donor.match-recipient",
        by = {Role.DOCTOR})
public record MatchRecipient(
        @Concerns Ref<Donor> donor,
        @Concerns Ref<Recipient> recipient,
        TypeDonor.Abo abo,
        List<TypeDonor.LocusType> hla,
        @Nullable @Text(max = 1000, lines = true) String reason)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                donor,
                d -> d.matched(
                        recipient, occasion.performedAt(), ScreenDonor.word(abo), TypeDonor.byLocus(hla), reason));
    }
}
