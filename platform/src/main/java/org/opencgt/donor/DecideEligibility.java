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

/**
 * A doctor decides, against the criteria in force, whether cells may be collected. The patient's own cells may be collected in
 * spite of a reactive marker, then as infectious material from the vein to the vein.
 */
@ActType(
        value = "donor.decide-eligibility",
        by = {Role.DOCTOR},
        signed = {Meaning.APPROVED})
public record DecideEligibility(
        @Concerns Ref<Donor> donor,
        Donor.Decision decision,
        @Text(max = 2000, lines = true) String reason,
        String criteriaVersion,
        List<Reduced> relaxations)
        implements Act {

    /** A criterion that is relaxed for the patient's own cells, with the three reasons that the guidelines ask for. */
    public record Reduced(
            ScreenDonor.Marker marker,
            @Text(max = 500) String tissue,
            @Text(max = 500) String productTraits,
            @Text(max = 500) String indication) {}

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                donor,
                d -> d.with(b -> b.eligibility(new Donor.Eligibility(
                                occasion.performedAt(),
                                decision,
                                reason,
                                criteriaVersion,
                                relaxations.stream()
                                        .map(r -> new Donor.Relaxation(
                                                ScreenDonor.word(r.marker()),
                                                r.tissue(),
                                                r.productTraits(),
                                                r.indication()))
                                        .toList()))
                        .infectiousHandling(decision == Donor.Decision.ELIGIBLE_AUTOLOGOUS_INFECTIOUS)));
    }
}
