package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * Something unfavourable that happened to a donor or recipient.
 *
 * @param order the course of treatment in which it happened
 * @param grade 0 where the findings make none
 * @param seriousness why it counts as serious (ICH E2A); empty: not serious
 * @param ofSpecialInterest whether the follow-up plan asks for it in particular
 * @param crs the findings from which the grade of a cytokine release syndrome was computed
 * @param icans the findings from which the grade of a neurotoxicity syndrome was computed
 * @param measures what was done
 */
@RecordBuilder
@Subject.Kind(value = "event", prefix = "V")
public record Event(
        @Nullable Ref<Recipient> recipient,
        @Nullable Ref<Unit> unit,
        @Nullable Ref<Order> order,
        String term,
        Instant onset,
        Instant aware,
        int grade,
        @Nullable String gradingStandard,
        boolean serious,
        List<String> seriousness,
        boolean unexpected,
        boolean ofSpecialInterest,
        @Nullable String causality,
        Status status,
        @Nullable Crs crs,
        @Nullable Icans icans,
        @Nullable String measures,
        @Nullable Instant reportedToAuthority,
        @Nullable String authorityNumber,
        @Nullable Instant manufacturerInformed,
        @Nullable Instant reportedToEthics,
        @Nullable String ethicsNumber,
        @Nullable Instant ended,
        @Nullable String outcome)
        implements Subject, EventBuilder.With {

    public enum Status {
        OPEN,
        CLOSED
    }

    /** Findings of a cytokine release syndrome at one time, and the grade that follows. */
    public record Crs(
            Instant at,
            @In("Cel") BigDecimal temperature,
            boolean feverMasked,
            boolean hypotension,
            String vasopressors,
            String oxygen,
            int grade) {}

    /** Findings of a neurotoxicity syndrome at one time, and the grade that follows. */
    public record Icans(
            Instant at,
            @Nullable Integer ice,
            String consciousness,
            String seizure,
            String motor,
            String oedema,
            int grade) {}

    /** The event's grade is the highest that was found. */
    public Event graded(Crs findings, String standard) {
        return with(
                b -> b.crs(findings).grade(Math.max(grade, findings.grade())).gradingStandard(standard));
    }

    /** The event's grade is the highest that was found. */
    public Event graded(Icans findings, String standard) {
        return with(
                b -> b.icans(findings).grade(Math.max(grade, findings.grade())).gradingStandard(standard));
    }
}
