package org.opencgt.pharmacology;

import java.math.BigDecimal;
import java.time.Instant;
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
import org.opencgt.subject.KineticProfile;
import org.opencgt.subject.Unit;

/**
 * The subject got a dose: what was given, and when it began.
 *
 * @param amount as given, not as planned
 * @param unit such as {@code 10*6 cells/kg}
 * @param given when the dose began
 * @param container the unit of product that was given
 */
@ActType(
        value = "pharmacology.record-dose",
        by = {Role.DOCTOR, Role.NURSE, Role.STUDY_COORDINATOR})
public record RecordDose(
        @Concerns Ref<KineticProfile> profile,
        @In(value = "1", min = "0") BigDecimal amount,
        @Text(max = 40) String unit,
        Instant given,
        @Concerns @Nullable Ref<Unit> container)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(profile, p -> p.dosed(new KineticProfile.Dose(amount, unit, given, container)));
    }
}
