package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * A clinical study of a product at one site.
 *
 * @param expectedSources which source documents each visit must leave
 * @param sources those that are there
 * @param specimens the steps of each biological sample, oldest first
 * @param dataCompared the last comparison of the report's figures with the source documents
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
        @Nullable StudyOversight oversight)
        implements Subject, StudyBuilder.With {

    public enum Status {
        OPEN,
        CLOSED
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

    /** Its oversight of quality and risk changes. */
    public Study overseen(java.util.function.UnaryOperator<StudyOversight> change) {
        return withOversight(change.apply(oversight == null ? StudyOversight.NONE : oversight));
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

    public Study stepped(SpecimenStep step) {
        return withSpecimens(Lists.plus(specimens, step));
    }
}
