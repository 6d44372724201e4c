package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * The patient who receives a product; pseudonymous.
 *
 * @param hospitalNumber as on the wristband
 * @param chainOfIdentity ties the patient to the cells from collection to infusion
 * @param room the treatment room that the patient is in
 * @param course the latest order
 */
@RecordBuilder
@Subject.Kind(value = "recipient", prefix = "C")
public record Recipient(
        Personal name,
        @Nullable Personal hospitalNumber,
        Ref<Site> site,
        @Nullable String chainOfIdentity,
        @Nullable Ref<Donor> donor,
        @Nullable Ref<Area> room,
        @Nullable Ref<Order> course,
        @Nullable @In("kg") BigDecimal weight,
        @Nullable @In("cm") BigDecimal height,
        List<String> contraindications,
        @Nullable Consent consent,
        @Nullable Instant lastInfusion,
        List<MedicalRecord> medicalRecords)
        implements Subject, RecipientBuilder.With {

    /** Where the hospital's record system keeps a part of the patient's record (CA-10.1b). */
    public record MedicalRecord(Part part, Personal reference) {

        public enum Part {
            COLLECTION,
            INFORMED_CONSENT,
            TREATMENT_PLAN_AND_INFUSION,
            ADVERSE_REACTIONS,
            FOLLOW_UP
        }
    }

    public Recipient recorded(MedicalRecord record) {
        return withMedicalRecords(Lists.superseding(medicalRecords, r -> r.equals(record), record));
    }
}
