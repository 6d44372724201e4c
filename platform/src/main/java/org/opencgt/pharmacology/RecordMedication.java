package org.opencgt.pharmacology;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Deviation;
import org.opencgt.subject.KineticProfile;

/**
 * The subject got another medicine.
 *
 * @param drugClass as the plan names it
 * @param deviation the record of the deviation, where the protocol prohibits the class
 */
@ActType(
        value = "pharmacology.record-medication",
        by = {Role.DOCTOR, Role.NURSE, Role.STUDY_COORDINATOR})
public record RecordMedication(
        @Concerns Ref<KineticProfile> profile,
        @Text(max = 100) String name,
        @Text(max = 60) String drugClass,
        boolean immuneActive,
        @Text(max = 100) String dose,
        Instant started,
        @Nullable Instant stopped,
        @Concerns @Nullable Ref<Deviation> deviation)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                profile,
                p -> p.medicated(new KineticProfile.Medication(
                        name, drugClass, immuneActive, dose, started, stopped, deviation)));
    }
}
