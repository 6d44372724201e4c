package org.opencgt.records;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Whose;
import org.opencgt.subject.Recipient;

/**
 * A part of what concerns a patient is in the hospital's record system, under this reference, which is kept in the vault: it leads
 * to the patient.
 */
@ActType(
        value = "records.link-medical-record",
        by = {Role.DOCTOR, Role.NURSE, Role.STUDY_COORDINATOR, Role.APHERESIS_NURSE})
public record LinkMedicalRecord(
        @Concerns Ref<Recipient> recipient,
        Recipient.MedicalRecord.Part part,
        @Whose("recipient") Personal reference) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(recipient, r -> r.recorded(new Recipient.MedicalRecord(part, reference)));
    }
}
