package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/**
 * A clinical study of a product at one site.
 *
 * @param expectedSources which source documents each visit must leave
 * @param sources those that are there
 * @param specimens the steps of each biological sample, oldest first
 * @param doseEscalations its dose findings, one for each indication
 * @param dataCompared the last comparison of the report's figures with the source documents
 * @param purpose absent: not for registration
 * @param ages who may take part by age, and why children may
 */
@RecordBuilder
@Subject.Kind(value = "study", prefix = "Y")
public record Study(
        String title,
        String code,
        Ref<Product> product,
        Ref<Site> site,
        Ref<Site> sponsor,
        String protocolVersion,
        Status status,
        List<Enrolment> subjects,
        List<ExpectedSource> expectedSources,
        List<FiledSource> sources,
        List<String> lockedSubjects,
        @Nullable CodeList codeList,
        List<MonitoringVisit> monitoring,
        List<Ref<Finding>> findings,
        List<SpecimenStep> specimens,
        boolean specimensArchived,
        @Nullable Comparison dataCompared,
        boolean reportReleased,
        List<Ref<DoseEscalation>> doseEscalations,
        @Nullable Purpose purpose,
        @Nullable AgeRange ages,
        @Nullable RegulatorApproval regulatorApproval,
        List<RegulatorMeeting> regulatorMeetings)
        implements Subject, StudyBuilder.With {

    public enum Status {
        OPEN,
        CLOSED
    }

    /** What the study is for. */
    public enum Purpose {
        REGISTRATION,
        INVESTIGATOR_INITIATED,
        LONG_TERM_FOLLOW_UP
    }

    /** The drug regulator allowed the study. */
    public record RegulatorApproval(@Text(max = 60) String number, LocalDate approved) {}

    /** A talk with the drug regulator. */
    public record RegulatorMeeting(
            LocalDate held,
            @Text(max = 4000, lines = true) String questions,
            @Text(max = 4000, lines = true) String outcome) {}

    /**
     * Who may take part by age.
     *
     * @param youngest years of age
     * @param adultFrom years of age from which the study counts people as adults
     * @param adultSafety data on safety and tolerability in adults
     * @param adultEfficacy data on preliminary efficacy in adults
     * @param exception why children come first; absent where they do not
     * @param riskControl the plan of risk control for children
     */
    public record AgeRange(
            @In(value = "a", min = "0", max = "120") BigDecimal youngest,
            @In(value = "a", min = "0", max = "120") BigDecimal adultFrom,
            @Nullable Ref<Document> adultSafety,
            @Nullable Ref<Document> adultEfficacy,
            @Nullable PaediatricException exception,
            @Nullable Ref<Document> riskControl) {}

    /**
     * Children take part without data of adults.
     *
     * @param adultFirstUnethical whether testing adults first would be unethical
     * @param adultFirstInfeasible whether it is not feasible
     * @param evidence the approved justification with its nonclinical data
     */
    public record PaediatricException(
            List<Reason> reasons,
            @Text(max = 2000, lines = true) @Nullable String otherReason,
            boolean adultFirstUnethical,
            boolean adultFirstInfeasible,
            Ref<Document> evidence) {

        public enum Reason {
            SEVERE_OR_RAPID_IN_CHILDREN,
            MILD_IN_ADULTS,
            HIGHLY_INVASIVE_PRODUCT,
            RARE_IN_ADULTS,
            HEALTHY_ADULTS_UNETHICAL,
            OTHER
        }
    }

    public record Enrolment(String code, Ref<Recipient> recipient, Instant enrolled) {}

    public enum SourceType {
        MEDICAL_RECORD,
        DIARY_CARD,
        DOSING_RECORD,
        SAMPLE_COLLECTION_RECORD,
        SAMPLE_TRANSFER_RECORD
    }

    public record ExpectedSource(String visit, SourceType type) {}

    public record FiledSource(String subject, String visit, SourceType type, String reference, Instant signed) {}

    public record CodeList(String location, List<String> codes, Instant archived) {}

    /** A planned visit of the monitor and, once held, its report. */
    public record MonitoringVisit(
            String name,
            LocalDate planned,
            @Nullable LocalDate held,
            @Nullable Ref<? extends Subject> monitor,
            @Nullable String report) {}

    /** @param place where the sample is after the step */
    public record SpecimenStep(String specimen, String subject, Step step, Instant at, String place) {

        public enum Step {
            COLLECTION,
            PROCESSING,
            STORAGE,
            TRANSPORT,
            TESTING,
            DISPOSAL
        }
    }

    public record Comparison(
            Instant at,
            @In(value = "1", min = "1") int values,
            @In(value = "1", min = "0") int unexplained) {}

    public Study discussed(RegulatorMeeting meeting) {
        return withRegulatorMeetings(Lists.plus(regulatorMeetings, meeting));
    }

    public Study enrolled(Enrolment enrolment) {
        return withSubjects(Lists.plus(subjects, enrolment));
    }

    public Study filed(FiledSource source) {
        return withSources(Lists.plus(sources, source));
    }

    public Study locked(String subject) {
        return withLockedSubjects(Lists.plus(lockedSubjects, subject));
    }

    public Study planned(List<MonitoringVisit> visits) {
        List<MonitoringVisit> held =
                monitoring.stream().filter(v -> v.held() != null).toList();
        return withMonitoring(Lists.plusAll(held, visits));
    }

    /** The planned visit of the name was held; without a plan it stands as an extra one. */
    public Study visited(String name, LocalDate held, Ref<? extends Subject> monitor, String report) {
        LocalDate planned = monitoring.stream()
                .filter(v -> v.name().equals(name))
                .map(MonitoringVisit::planned)
                .findFirst()
                .orElse(held);
        return withMonitoring(Lists.superseding(
                monitoring, v -> v.name().equals(name), new MonitoringVisit(name, planned, held, monitor, report)));
    }

    public Study withFinding(Ref<Finding> finding) {
        return withFindings(Lists.plus(findings, finding));
    }

    public Study withDoseFinding(Ref<DoseEscalation> doseEscalation) {
        return withDoseEscalations(Lists.plus(doseEscalations, doseEscalation));
    }

    public Study stepped(SpecimenStep step) {
        return withSpecimens(Lists.plus(specimens, step));
    }
}
