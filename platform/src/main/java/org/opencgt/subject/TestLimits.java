package org.opencgt.subject;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;
import org.opencgt.science.BadInput;
import org.opencgt.science.comparability.ToleranceInterval;

/**
 * The limits of a test beside its criterion of release, and the lots on which they rest.
 *
 * @param control within which the maker acts before a result fails
 * @param regulatory as registered
 * @param source report in force; absent where lots are cited
 * @param coverage share of lots that the tolerance interval holds
 */
public record TestLimits(
        Grounds grounds,
        @Text(max = 1000, lines = true) String rationale,
        @Nullable Range control,
        @Nullable Range regulatory,
        @Nullable Ref<Document> source,
        List<LotValue> lots,
        @In(value = "%", min = "50", max = "99.99") BigDecimal coverage,
        @In(value = "%", min = "50", max = "99.99") BigDecimal confidence) {

    private static final MathContext DIGITS = new MathContext(12);
    private static final int FEWEST = 3;

    /** On what a limit rests. */
    public enum Grounds {
        DEVELOPMENT_LOTS,
        NONCLINICAL_LOTS,
        CLINICAL_LOTS,
        PROCESS_VALIDATION,
        STABILITY,
        LITERATURE,
        PHARMACOPOEIA
    }

    /** From and to, each where it is limited. */
    public record Range(
            @Nullable @In("1") BigDecimal minimum,
            @Nullable @In("1") BigDecimal maximum) {

        /** Whether this range lets nothing through that {@code outer} does not. */
        boolean within(Range outer) {
            return (outer.minimum == null || (minimum != null && minimum.compareTo(outer.minimum) >= 0))
                    && (outer.maximum == null || (maximum != null && maximum.compareTo(outer.maximum) <= 0));
        }
    }

    /** A lot's result; that of a batch is its release test. */
    public record LotValue(
            @Text(max = 40) String code,
            @Nullable Ref<Batch> batch,
            @In("1") BigDecimal value) {}

    /**
     * What follows from the lots.
     *
     * @param lower of the tolerance interval, on the sides that the criterion limits
     * @param ordered whether control lies within release within regulatory limits
     * @param held whether the tolerance interval lies within the criterion of release
     * @param fault why there is no interval
     */
    public record Evidence(
            @In("1") int lots,
            @Nullable @In("1") BigDecimal lower,
            @Nullable @In("1") BigDecimal upper,
            boolean ordered,
            boolean held,
            @Nullable String fault) {}

    Evidence evidence(Product.Criterion criterion) {
        Range release = new Range(criterion.minimum(), criterion.maximum());
        boolean ordered =
                (control == null || control.within(release)) && (regulatory == null || release.within(regulatory));
        if (criterion.minimum() == null && criterion.maximum() == null) {
            return new Evidence(lots.size(), null, null, ordered, false, "NO_NUMBER");
        }
        if (lots.size() < FEWEST) {
            return new Evidence(lots.size(), null, null, ordered, false, "TOO_FEW_LOTS");
        }
        try {
            ToleranceInterval found = ToleranceInterval.of(
                    lots.stream().mapToDouble(lot -> lot.value().doubleValue()).toArray(),
                    coverage.doubleValue() / 100,
                    confidence.doubleValue() / 100,
                    criterion.minimum() == null
                            ? ToleranceInterval.Side.UPPER
                            : criterion.maximum() == null ? ToleranceInterval.Side.LOWER : ToleranceInterval.Side.TWO,
                    ToleranceInterval.Method.NORMAL);
            BigDecimal lower = decimal(found.lower());
            BigDecimal upper = decimal(found.upper());
            return new Evidence(lots.size(), lower, upper, ordered, new Range(lower, upper).within(release), null);
        } catch (BadInput refused) {
            // lots that do not vary give no interval: nothing is shown, and readers see why
            return new Evidence(lots.size(), null, null, ordered, false, refused.getMessage());
        }
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(value, DIGITS) : null;
    }
}
