package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Derived;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/**
 * A study of an analytical method of a product: its validation, or its comparison with another method. What the data say is found by
 * the engines of {@code assay} when a rule asks.
 *
 * @param test that the candidate method serves, as in the product's specification
 * @param method the candidate
 * @param referenceTest that the other method serves: the pharmacopoeial one, the earlier version, the functional or the protein test
 * @param referenceMethod the other method; absent in a validation
 * @param planApproved absent where the plan is not approved
 * @param conclusion absent before it, and again as soon as further readings come
 */
@RecordBuilder
@Subject.Kind(value = "method-study", prefix = "MS")
public record MethodStudy(
        Ref<Product> product,
        @Text(max = 200) String title,
        Purpose purpose,
        @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String test,
        @Text(max = 200) String method,

        @Nullable @Text(max = 40, pattern = "[a-z][a-z0-9_]*")
        String referenceTest,

        @Nullable @Text(max = 200) String referenceMethod,
        MethodPlan plan,
        @Nullable Instant planApproved,
        List<Reading> readings,
        @Nullable Conclusion conclusion)
        implements Subject, MethodStudyBuilder.With {

    /** What the study is for. */
    public enum Purpose {
        VALIDATION,
        BRIDGING,
        RAPID_METHOD,
        SURROGATE_POTENCY,
        ACTIVITY_MARKER,
        MRNA_MARKER
    }

    public enum Side {
        CANDIDATE,
        REFERENCE
    }

    /** What a sample is. */
    public enum Nature {
        ROUTINE,
        SPIKED,
        NEGATIVE,
        PRECISION,
        ACTIVE,
        DEGRADED
    }

    /**
     * A result of the study.
     *
     * @param sample the same for both methods where they tested the same
     * @param run in which it was tested: a day, an analyst, an instrument
     * @param nominal what was put in
     * @param value measured
     * @param detected of a qualitative method
     * @param batch whose release test it is
     */
    public record Reading(
            @Text(max = 40) String sample,
            Side side,
            Nature nature,
            @Text(max = 40) String run,
            @Nullable @In(value = "1", min = "0") BigDecimal nominal,
            @Nullable @In("1") BigDecimal value,
            @Nullable Boolean detected,
            @Nullable Ref<Batch> batch) {}

    /** What was decided. */
    public record Conclusion(
            Outcome outcome, @Text(max = 2000, lines = true) String statement, Instant at) {

        public enum Outcome {
            SUITABLE,
            NOT_SUITABLE
        }
    }

    /**
     * What the engines find.
     *
     * @param met whether each criterion is, on as many results as the plan asks for
     * @param unmet figures that are not
     * @param figures by figure
     */
    public record Verdict(boolean met, List<String> unmet, Map<String, Line> figures) {}

    /**
     * What the engines find of a figure.
     *
     * @param n results, samples or pairs on which it rests
     * @param lower of its interval; absent where it has none
     * @param fault why it cannot be computed
     */
    public record Line(
            @In("1") int n,
            @Nullable @In("1") BigDecimal estimate,
            @Nullable @In("1") BigDecimal lower,
            @Nullable @In("1") BigDecimal upper,
            boolean met,
            @Nullable String fault) {}

    /** What the engines find on the data as they are. */
    @Derived
    public Verdict verdict() {
        return new MethodEvidence(plan, readings).verdict();
    }

    /** Whether the method may be used as the study says: concluded suitable, on data that meet every criterion. */
    @Derived
    public boolean suitable() {
        return conclusion != null
                && conclusion.outcome() == Conclusion.Outcome.SUITABLE
                && verdict().met();
    }

    /** Further readings; what was concluded was concluded on fewer. */
    public MethodStudy reading(List<Reading> more) {
        return with(b -> b.readings(Lists.plusAll(readings, more)).conclusion(null));
    }
}
