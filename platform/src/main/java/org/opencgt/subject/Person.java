package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/** Somebody who acts: staff of a site. */
@RecordBuilder
@Subject.Kind(value = "person", prefix = "P")
public record Person(
        String name,
        Ref<Site> site,
        List<Role> roles,
        boolean active,
        @Nullable String publicKey,
        List<Qualification> qualifications,
        List<Experience> experience,
        List<Training> trainings,
        @Nullable Appraisal appraisal)
        implements Subject, PersonBuilder.With {

    /**
     * A professional licence, title or certificate.
     *
     * @param rank of a professional title
     */
    public record Qualification(
            Type type,
            String name,
            String number,
            @Nullable LocalDate validUntil,
            @Nullable Rank rank) {

        public enum Type {
            PHYSICIAN_LICENCE,
            NURSE_LICENCE,
            PHARMACIST_LICENCE,
            PAEDIATRIC_LICENCE,
            PROFESSIONAL_TITLE,
            CELL_THERAPY_CERTIFICATE,
            QUALIFIED_PERSON_AUTHORISATION,
            HEALTH_CHECK,
            DEGREE,
            MEDICAL_DEGREE,
            GCP_CERTIFICATE,
            INTERNAL_AUDITOR_CERTIFICATE,
            OTHER
        }

        /** The four ranks of Chinese professional titles: assistant, in charge, associate senior, senior. */
        public enum Rank {
            JUNIOR,
            INTERMEDIATE,
            ASSOCIATE_SENIOR,
            SENIOR
        }
    }

    /** Work in a field since a day; years are counted from it. */
    public record Experience(Field field, LocalDate since) {

        public enum Field {
            CLINICAL_PRACTICE,
            CELL_THERAPY_MANAGEMENT,
            INPATIENT_WARD,
            PATIENT_MANAGEMENT,
            CELL_PREPARATION,
            CELL_THERAPY_STUDY
        }
    }

    /**
     * A training or competence that the person passed.
     *
     * @param topic a skill or a product reference ({@code product:...}). Skills that the packs ask for: {@code cell_therapy};
     *     of doctors {@code collection_adverse_events}, {@code indication_selection}, {@code patient_management},
     *     {@code informed_consent}, {@code product_identifiers}, {@code adverse_reactions}, {@code pain_management},
     *     {@code outcome_assessment}, {@code pbmc_collection}, {@code pbmc_storage}, {@code infusion}; of nurses
     *     {@code pbmc_collection}, {@code product_identifiers}, {@code infusion}, {@code adverse_reaction_nursing},
     *     {@code emergency_reporting}, {@code medicine_management}, {@code blood_products}; of pharmacists
     *     {@code product_knowledge}, {@code drug_monitoring}, {@code drug_interactions}, {@code stock_management}; of the cell
     *     laboratory {@code thaw}; of makers {@code cell_manufacturing}, {@code aseptic_work}, {@code quality_control};
     *     of carriers and receivers {@code transport}, {@code receipt}; of the staff of studies {@code reaction_recognition},
     *     {@code reaction_handling}, {@code epidemiology_and_statistics}, {@code data_management}, {@code project_management},
     *     {@code study_quality_management}; of preparation and testing {@code gmp}, {@code biosafety}, {@code job_skills},
     *     {@code regulations}; of those who treat children {@code paediatrics}
     */
    public record Training(
            @Text(max = 80, pattern = "[a-z0-9_]+|product:.+")
            String topic,

            Basis basis,
            LocalDate passed,
            LocalDate validUntil) {

        /** How the competence was shown. */
        public enum Basis {
            TRAINING,
            EXPERIENCE,
            ASSESSMENT,
            CONTINUING_EDUCATION
        }
    }

    /**
     * The institution's judgement of somebody who is to lead a study (CD-4.3c).
     *
     * @param met the aspects on which the person was found fit
     */
    public record Appraisal(
            Ref<Document> curriculumVitae,
            List<Aspect> met,
            @Text(max = 2000, lines = true) String judgement,
            LocalDate made,
            LocalDate validUntil) {

        public enum Aspect {
            PROFESSIONAL_ETHICS,
            RESEARCH_INTEGRITY,
            CLINICAL_SKILL,
            KNOWLEDGE_OF_TECHNOLOGY,
            EXPERIENCE_WITH_TECHNOLOGY,
            ABILITY
        }
    }

    public Person qualified(Qualification qualification) {
        return withQualifications(Lists.superseding(
                qualifications,
                q -> q.type() == qualification.type() && q.number().equals(qualification.number()),
                qualification));
    }

    /** The latest training of a topic on a basis counts. */
    public Person trained(Training training) {
        return withTrainings(Lists.superseding(
                trainings, t -> t.topic().equals(training.topic()) && t.basis() == training.basis(), training));
    }
}
