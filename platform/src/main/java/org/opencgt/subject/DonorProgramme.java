package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * How donors for a product are chosen, tested and collected: the criteria, which tests for whom and why, window periods, matching,
 * and the procedures with their validation. A new version is a new programme; a donor keeps the one under which the donor came.
 *
 * @param site the maker who answers for it
 * @param panel markers that every donor is tested for
 * @param addedTests further markers, each with the trait of a donor that calls for it
 * @param adjustment why autologous donors may have another set
 * @param windows how long after exposure each agent may go unseen, and what is done about it
 * @param quarantine how long after the collection the second sample is taken at the earliest
 * @param incoming by name of the test: what the cells of this source were like when they came in
 * @param maternalInterval how far from the collection of cord the mother's blood may be taken
 */
@RecordBuilder
@Subject.Kind(value = "donor-programme", prefix = "DP")
public record DonorProgramme(
        Ref<Product> product,
        Ref<Site> site,
        String version,
        Status status,
        SourceRoute sourceRoute,
        List<String> panel,
        List<AddedTest> addedTests,
        @Nullable Adjustment adjustment,
        List<Window> windows,
        @Nullable Duration quarantine,
        @Nullable Matching matching,
        @Nullable Duration maternalInterval,
        List<ValidatedProcedure> procedures,
        List<ProcessingStep> steps,
        @Nullable Approval approval,
        Map<String, IncomingTrend> incoming)
        implements Subject, DonorProgrammeBuilder.With {

    public enum Status {
        DRAFT,
        APPROVED
    }

    /** Where the production cells come from. */
    public enum SourceRoute {
        AUTOLOGOUS_DONOR,
        ALLOGENEIC_DONOR,
        CELL_BANK
    }

    /**
     * A further test.
     *
     * @param trait of the donor that calls for it, as {@link Donor#traits} spells it: {@code leukocyte_rich},
     *     {@code region:BR}, {@code condition:transfusion}, {@code tissue:umbilical_cord}
     * @param accepted the result with which the donor is accepted
     * @param procedure by which the result is judged
     * @param within how long after a stay in the region the test is called for; absent: always
     */
    public record AddedTest(
            String trait,
            String marker,
            String accepted,
            String procedure,
            @Nullable Duration within) {}

    /** Why the set for autologous donors differs; all three parts are named. */
    public record Adjustment(String tissue, String productTraits, String indication) {}

    /**
     * @param length after exposure in which the method may miss the agent
     * @param evaluation what the window means for the product
     */
    public record Window(String marker, Duration length, String evaluation, Control control) {

        /** What is done about the window. */
        public enum Control {
            SECOND_SAMPLE,
            DIRECT_TEST
        }
    }

    /**
     * When donor and recipient fit.
     *
     * @param loci that are compared; each counts two alleles
     * @param minimum alleles that must be the same
     * @param bloodGroup whether the ABO group must be the same
     */
    public record Matching(
            Policy policy,
            List<String> loci,
            @In(value = "1", min = "0", max = "20") int minimum,
            boolean bloodGroup,
            String typingProcedure,
            String rationale) {

        public enum Policy {
            NONE,
            BLOOD_GROUP,
            HLA,
            HLA_AND_BLOOD_GROUP
        }
    }

    /** A handling of donor cells with its procedure and the report that validates it. */
    public record ValidatedProcedure(
            Operation operation,
            Ref<Document> procedure,
            @Nullable Ref<Document> validation) {}

    /** What is done with donor cells before manufacture. */
    public enum Operation {
        ACQUISITION,
        TRANSPORT,
        SORTING,
        TESTING,
        STORAGE
    }

    /** One processing of the cells at collection, with what it is for. */
    public record ProcessingStep(String name, @Nullable String purpose) {}

    public record Approval(Instant at, Ref<? extends Subject> by) {}

    /** Cells of this source were tested on arrival. */
    public DonorProgramme received(Ref<Collection> collection, Map<String, BigDecimal> values) {
        return withIncoming(IncomingTrend.with(incoming, collection, values));
    }
}
