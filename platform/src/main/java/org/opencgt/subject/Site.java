package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/**
 * An institution or a place of it: maker, hospital, collection site, laboratory.
 *
 * @param active whether work may take place; set by activation, which needs everything that the site must have
 * @param team the cell therapy team of a hospital
 * @param riskPlans the plan in force for each product that the site uses
 * @param ethics decisions of the ethics committee for each product
 * @param posts who holds which post
 * @param delegations what the leader of a hospital's team entrusts to whom
 * @param audits that the site held, of others and of itself
 * @param preparations products that the site was found fit to prepare
 * @param nonconformities and reviews of the institutions with which a maker works
 * @param approvedInstitutions hospitals and collection sites that a maker works with
 */
@RecordBuilder
@Subject.Kind(value = "site", prefix = "S")
public record Site(
        String name,
        Institution institution,
        List<Function> functions,
        boolean active,
        @Nullable Grade grade,
        @Nullable String gradeJustification,
        List<Qualification> qualifications,
        List<Capability> capabilities,
        List<Department> departments,
        List<Member> team,
        List<Ref<Area>> areas,
        List<Ref<ArchiveLocation>> archives,
        List<Agreement> agreements,
        List<DocumentInForce> documents,
        List<RiskPlanInForce> riskPlans,
        List<EthicsDecision> ethics,
        List<ApprovedInstitution> approvedInstitutions,
        @Nullable Backup lastBackup,
        @Nullable LegalStatus legalStatus,
        List<Committee> committees,
        List<AcademicReview> academicReviews,
        List<Designation> designations,
        List<Post> posts,
        List<Delegation> delegations,
        @Nullable StaffingPlan staffingPlan,
        List<Supervision> supervisions,
        @Nullable OnCallRoster onCallRoster,
        @Nullable AuditPlan auditPlan,
        List<Audit> audits,
        List<PreparationQualification> preparations,
        List<Nonconformity> nonconformities,
        List<InstitutionReview> institutionReviews)
        implements Subject, SiteBuilder.With {

    /** What kind of body it is (CA-3.2, CA-3.4). */
    public enum Institution {
        COMPANY,
        INSTITUTE,
        LABORATORY,
        HOSPITAL,
        DEPARTMENT
    }

    /** What a site does in the life of a product. */
    public enum Function {
        MANUFACTURER,
        HOSPITAL,
        COLLECTION,
        TESTING_LABORATORY,
        SUPPLIER,
        CARRIER
    }

    /** Standing of a hospital in the Chinese classification (CA-5.2.1). */
    public enum Grade {
        III_A,
        EQUIVALENT,
        LOWER
    }

    /** A licence, accreditation or approval that the site holds. */
    public record Qualification(
            Type type,
            String name,
            String number,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {

        public enum Type {
            PREPARATION_QUALIFICATION,
            GMP_CERTIFICATE,
            QUALITY_SYSTEM_CERTIFICATE,
            ENVIRONMENTAL_SYSTEM_CERTIFICATE,
            AREA_TEST_REPORT,
            PRODUCT_QUALITY_PROOF,
            MEDICAL_INSTITUTION_LICENCE,
            CELL_THERAPY_QUALIFICATION,
            LABORATORY_ACCREDITATION,
            TRANSPORT_LICENCE,
            BUSINESS_LICENCE,
            CYBERSECURITY_LEVEL_3,
            CLINICAL_TRIAL_INSTITUTION,
            OTHER
        }
    }

    /**
     * The answer whether the site has something that it must have.
     *
     * @param evidence where the proof stands; a number, a place, a document
     */
    public record Capability(
            Topic topic, boolean met, @Text(max = 500) String evidence) {

        public enum Topic {
            CELL_PREPARATION_PROFESSIONALS,
            GMP_CULTURE_SUITE,
            SPECIALISED_EQUIPMENT,
            CAPABILITY_ASSESSMENT,
            ETHICS_COMMITTEE,
            MULTIDISCIPLINARY_EMERGENCY,
            RESCUE_PREMISES,
            RESCUE_FACILITIES,
            RESCUE_EQUIPMENT,
            PROCESS_MANAGEMENT_DUTY,
            QUALITY_CONTROL_DUTY,
            DOCUMENT_FILING_DUTY,
            OUTPATIENT_RECORD_SYSTEM,
            INPATIENT_RECORD_SYSTEM,
            FULL_BLOOD_COUNT,
            CYTOKINE_ASSAY,
            ADVERSE_REACTION_TREATMENT,
            SPECIALISTS_ON_CALL,
            CLINICAL_SPECIALTIES,
            STUDY_FACILITIES,
            STUDY_EQUIPMENT
        }
    }

    /** How a department of a hospital fares on the five aspects of CA-5.2.5. */
    public record Department(
            Discipline discipline,
            boolean staff,
            boolean rules,
            boolean procedures,
            boolean equipment,
            boolean environment) {

        public enum Discipline {
            CLINICAL,
            CLINICAL_LABORATORY,
            IMAGING,
            PATHOLOGY,
            ECG,
            ICU,
            EMERGENCY,
            CCU
        }
    }

    /** Somebody in the cell therapy team. */
    public record Member(Ref<Person> person, Position position, Instant since) {

        public enum Position {
            TEAM_LEADER,
            DOCTOR,
            NURSE,
            PHARMACIST,
            SUPPORT_STAFF,
            EXPERT_CARDIOLOGY,
            EXPERT_RESPIRATORY,
            EXPERT_HAEMATOLOGY,
            EXPERT_INTENSIVE_CARE
        }
    }

    /**
     * A quality agreement with another site; each of the two holds it.
     *
     * @param product the product that it is about; absent: every product
     */
    public record Agreement(
            Ref<Site> with,
            String scope,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable Ref<Product> product,
            List<Topic> topics) {

        /** What an agreement settles (CA-8.2.2, CA-10.5, IC-5.1.1.3d). */
        public enum Topic {
            ELIGIBLE_PATIENTS,
            COLLECTION,
            STORAGE_AND_TRANSPORT,
            IDENTIFIER_CHECKS,
            PRE_INFUSION_STEPS,
            TRACEABILITY,
            CANCELLATION_AND_DELAY,
            RESPONSIBILITIES,
            COLLECTION_METHOD,
            STORAGE_CONDITIONS,
            MATERIAL_QUALITY_STANDARD,
            COLLECTION_RECORD_FORMAT,
            SAFETY_REPORTING,
            TESTING,
            SUPPLY,
            QUALITY_CONTROL,
            ADVERSE_EVENT_HANDLING
        }
    }

    /** The effective version of a controlled document of a category. */
    public record DocumentInForce(
            Document.Category category,
            Ref<Document> document,
            String version,
            LocalDate effective,
            @Nullable LocalDate reviewDue) {}

    public record RiskPlanInForce(Ref<Product> product, Ref<RiskPlan> plan, LocalDate reviewDue) {}

    /**
     * A decision of the ethics committee about a product at this site.
     *
     * @param protocolVersion of the study that was before the committee; absent where the decision is not about a study
     */
    public record EthicsDecision(
            Ref<Product> product,
            String number,
            boolean approved,
            LocalDate decided,
            @Nullable LocalDate validUntil,
            @Nullable String protocolVersion) {}

    /** A hospital or collection site on a maker's list. */
    public record ApprovedInstitution(
            Ref<Site> site,
            Standing standing,
            LocalDate audited,
            LocalDate auditDue,
            Ref<Document> assessment,
            Ref<Document> audit) {

        public enum Standing {
            APPROVED,
            SUSPENDED,
            REMOVED
        }
    }

    /**
     * The last backup of electronic records.
     *
     * @param every the longest time between two backups that the site allows itself
     */
    public record Backup(Instant at, String kept, boolean restoreTested, Duration every) {}

    public Site qualified(Qualification qualification) {
        return withQualifications(Lists.superseding(
                qualifications,
                q -> q.type() == qualification.type() && q.number().equals(qualification.number()),
                qualification));
    }

    public Site assessed(List<Capability> answers) {
        Site next = this;
        for (Capability answer : answers) {
            next = next.withCapabilities(
                    Lists.superseding(next.capabilities, c -> c.topic() == answer.topic(), answer));
        }
        return next;
    }

    public Site rated(List<Department> ratings) {
        Site next = this;
        for (Department rating : ratings) {
            next = next.withDepartments(
                    Lists.superseding(next.departments, d -> d.discipline() == rating.discipline(), rating));
        }
        return next;
    }

    public Site joined(Member member) {
        return withTeam(Lists.superseding(
                team, m -> m.person().equals(member.person()) && m.position() == member.position(), member));
    }

    public Site left(Ref<Person> person) {
        return withTeam(team.stream().filter(m -> !m.person().equals(person)).toList());
    }

    public Site withArea(Ref<Area> area) {
        return withAreas(Lists.plus(areas, area));
    }

    public Site withArchive(Ref<ArchiveLocation> location) {
        return withArchives(Lists.plus(archives, location));
    }

    public Site agreed(Agreement agreement) {
        return withAgreements(Lists.superseding(
                agreements,
                a -> a.with().equals(agreement.with())
                        && a.scope().equals(agreement.scope())
                        && Objects.equals(a.product(), agreement.product()),
                agreement));
    }

    public Site inForce(DocumentInForce document) {
        return withDocuments(Lists.superseding(documents, d -> d.document().equals(document.document()), document));
    }

    public Site withdrawn(Ref<Document> document) {
        return withDocuments(
                documents.stream().filter(d -> !d.document().equals(document)).toList());
    }

    public Site seated(Committee committee) {
        return withCommittees(Lists.superseding(
                committees, c -> c.kind() == committee.kind() && c.name().equals(committee.name()), committee));
    }

    public Site reviewed(AcademicReview review) {
        return withAcademicReviews(Lists.superseding(
                academicReviews,
                r -> r.product().equals(review.product()) && r.protocolVersion().equals(review.protocolVersion()),
                review));
    }

    public Site designated(Designation designation) {
        return withDesignations(Lists.superseding(
                designations,
                d -> d.body() == designation.body() && d.diseaseField().equals(designation.diseaseField()),
                designation));
    }

    public Site appointed(Post post) {
        return withPosts(Lists.superseding(
                posts,
                p -> p.kind() == post.kind()
                        && p.person().equals(post.person())
                        && Objects.equals(p.product(), post.product()),
                post));
    }

    public Site released(Ref<Person> person, Post.Kind kind) {
        return withPosts(posts.stream()
                .filter(p -> p.kind() != kind || !p.person().equals(person))
                .toList());
    }

    public Site delegated(Delegation delegation) {
        return withDelegations(Lists.superseding(delegations, d -> d.person().equals(delegation.person()), delegation));
    }

    public Site supervised(Supervision supervision) {
        return withSupervisions(Lists.plus(supervisions, supervision));
    }

    public Site audited(Audit audit) {
        return withAudits(
                Lists.superseding(audits, a -> a.audited().equals(audit.audited()) && a.kind() == audit.kind(), audit));
    }

    public Site fit(PreparationQualification preparation) {
        return withPreparations(
                Lists.superseding(preparations, p -> p.product().equals(preparation.product()), preparation));
    }

    public Site nonconforming(Nonconformity nonconformity) {
        return withNonconformities(Lists.superseding(
                nonconformities,
                n -> n.institution().equals(nonconformity.institution())
                        && n.number().equals(nonconformity.number()),
                nonconformity));
    }

    /** The nonconformity of the number is answered; where there is none, nothing changes. */
    public Site closed(Ref<Site> institution, String number, String corrective, String preventive, LocalDate on) {
        return withNonconformities(nonconformities.stream()
                .map(n -> n.institution().equals(institution) && n.number().equals(number)
                        ? n.closed(corrective, preventive, on)
                        : n)
                .toList());
    }

    public Site reviewed(InstitutionReview review) {
        return withInstitutionReviews(Lists.plus(institutionReviews, review));
    }

    public Site inForce(RiskPlanInForce plan) {
        return withRiskPlans(Lists.superseding(riskPlans, p -> p.product().equals(plan.product()), plan));
    }

    public Site decided(EthicsDecision decision) {
        return withEthics(Lists.superseding(ethics, d -> d.product().equals(decision.product()), decision));
    }

    public Site listed(ApprovedInstitution institution) {
        return withApprovedInstitutions(
                Lists.superseding(approvedInstitutions, i -> i.site().equals(institution.site()), institution));
    }

    /** The institution's place on the list of this maker, otherwise unchanged, becomes {@code standing}. */
    public Site listed(Ref<Site> institution, ApprovedInstitution.Standing standing) {
        return withApprovedInstitutions(approvedInstitutions.stream()
                .map(i -> i.site().equals(institution)
                        ? new ApprovedInstitution(
                                i.site(), standing, i.audited(), i.auditDue(), i.assessment(), i.audit())
                        : i)
                .toList());
    }
}
