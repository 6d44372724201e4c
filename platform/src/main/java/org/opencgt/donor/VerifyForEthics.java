package org.opencgt.donor;

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

/**
 * The ethics committee verifies screening and infectious-disease tests of a donor, or states why it need not.
 *
 * @param notNeeded why no verification is needed; absent: both were verified
 */
@ActType(
        value = "donor.verify-for-ethics",
        by = {Role.ETHICS})
public record VerifyForEthics(
        @Concerns Ref<Donor> donor,
        boolean screeningVerified,
        boolean infectiousTestsVerified,
        @Nullable @Text(max = 1000, lines = true) String notNeeded)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                donor,
                d -> d.withEthicsCheck(new Donor.EthicsCheck(
                        occasion.performedAt(),
                        occasion.performer(),
                        screeningVerified,
                        infectiousTestsVerified,
                        notNeeded)));
    }
}
