package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** A controlled document with its versions. */
@RecordBuilder
@Subject.Kind(value = "document", prefix = "D")
public record Document(String title, Category category, Ref<Site> site, List<Version> versions)
        implements Subject, DocumentBuilder.With {

    /** What a document governs or reports. */
    public enum Category {
        QUALITY_MANUAL,
        DOCUMENT_CONTROL,
        OPERATION_MANAGEMENT,
        QUALITY_ASSURANCE,
        RISK_MANAGEMENT,
        ELECTRONIC_SYSTEMS,
        PATIENT_CONFIDENTIALITY,
        INFORMED_CONSENT,
        PRODUCT_STOCK,
        PATIENT_FOLLOW_UP,
        QUALITY_REVIEW,
        ERROR_AND_COMPLAINT_HANDLING,
        RECORD_KEEPING,
        TERMINATION_AND_SUSPENSION,
        PATIENT_ASSESSMENT_STANDARD,
        PATIENT_ASSESSMENT_WORKFLOW,
        COLLECTION_PROCEDURE,
        SEPARATION_PROCEDURE,
        DONOR_SCREENING_CRITERIA,
        PATIENT_PREPARATION_PROCEDURE,
        INFUSION_PROCEDURE,
        ADVERSE_REACTION_PROCEDURE,
        STORAGE_PROCEDURE,
        MEDICINE_MANAGEMENT,
        EMERGENCY_CAPABILITY,
        EARLY_WARNING,
        MANUFACTURING_PROCEDURE,
        TEST_PROCEDURE,
        INSTITUTION_QUALIFICATION_PROCEDURE,
        ARCHIVE_LIST,
        RECORD_FORM,
        CLINICAL_PROTOCOL,
        VALIDATION_REPORT,
        STABILITY_REPORT,
        NONCLINICAL_REPORT,
        FORMULATION_REPORT,
        COMPATIBILITY_REPORT,
        CONTAINER_SAFETY_REPORT,
        RISK_ANALYSIS,
        ASSESSMENT_REPORT,
        AUDIT_REPORT,
        SOURCE_ETHICS_REVIEW,
        QUALITY_AND_SAFETY_POLICY,
        ETHICS_POLICY,
        SUBJECT_RIGHTS_POLICY,
        STUDY_PROJECT_MANAGEMENT,
        STUDY_DATA_MANAGEMENT,
        STUDY_QUALITY_MANAGEMENT,
        ORGANISATION_CHART,
        JOB_DESCRIPTION,
        STANDARD_OPERATING_PROCEDURE,
        QUALITY_CONTROL_AND_ASSESSMENT,
        INTERNAL_AUDIT_POLICY,
        EXTERNAL_AUDIT_POLICY,
        CURRICULUM_VITAE,
        CONTROL_STRATEGY,
        STUDY_PLAN,
        QUALITY_STUDY_REPORT,
        METHOD_STUDY_REPORT,
        CHARACTERISATION_REPORT,
        OTHER
    }

    /**
     * One version; {@code sha256} names the attachment that holds it.
     *
     * @param sections what the version covers, one word a part; of an archive list the documents that a file must hold
     * @param author who wrote it
     * @param approver who set it in force; never the author
     */
    public record Version(
            String version,
            Ref<? extends Subject> author,
            List<String> sections,
            @Nullable Ref<? extends Subject> approver,
            @Nullable LocalDate effective,
            @Nullable LocalDate withdrawn,
            @Nullable LocalDate reviewDue,
            @Nullable String sha256) {

        Version effective(Ref<? extends Subject> by, LocalDate from, @Nullable LocalDate due) {
            return new Version(version, author, sections, by, from, withdrawn, due, sha256);
        }

        Version withdrawn(LocalDate on) {
            return new Version(version, author, sections, approver, effective, on, reviewDue, sha256);
        }

        Version reviewed(LocalDate due) {
            return new Version(version, author, sections, approver, effective, withdrawn, due, sha256);
        }

        boolean inForce() {
            return effective != null && withdrawn == null;
        }
    }

    /** A further version, not yet effective; one of the same number that never became effective gives way. */
    public Document drafted(Version draft) {
        return withVersions(
                Lists.superseding(versions, v -> v.version().equals(draft.version()) && v.effective() == null, draft));
    }

    /** The version comes into force and replaces the one that was. */
    public Document effective(
            String version, Ref<? extends Subject> approver, LocalDate from, @Nullable LocalDate reviewDue) {
        return each(v -> v.version().equals(version)
                ? v.effective(approver, from, reviewDue)
                : v.inForce() ? v.withdrawn(from) : v);
    }

    /** No version is in force from the day on. */
    public Document withdrawn(LocalDate on) {
        return each(v -> v.inForce() ? v.withdrawn(on) : v);
    }

    /** The version in force stands, to be looked at again on the day. */
    public Document reviewed(LocalDate due) {
        return each(v -> v.inForce() ? v.reviewed(due) : v);
    }

    private Document each(UnaryOperator<Version> change) {
        return withVersions(versions.stream().map(change).toList());
    }
}
