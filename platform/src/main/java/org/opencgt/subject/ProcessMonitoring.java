package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Derived;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.States;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;
import org.opencgt.science.process.ControlChart;

/**
 * Continued process verification of a product: control charts over its lots, what they signal, and what became of it. The numbers of
 * a batch of this ledger stay in the batch; charts read them there.
 *
 * @param lots in the order in which they were entered
 * @param answers to signals
 * @param validation of the process; absent before it
 * @param reviews periodic, oldest first: the reports on trends
 */
@RecordBuilder
@Subject.Kind(value = "process-monitoring", prefix = "CV")
public record ProcessMonitoring(
        Ref<Product> product,
        @Text(max = 200) String title,
        MonitoringPlan plan,
        List<Lot> lots,
        List<Answer> answers,
        @Nullable Validation validation,
        List<Review> reviews)
        implements Subject, ProcessMonitoringBuilder.With {

    /**
     * A lot.
     *
     * @param batch in this ledger, which holds its numbers; absent where the lot was made outside it
     * @param report from which its results come, where there is no batch
     * @param made of a lot without a batch
     * @param donor of a lot without a batch, where it is known
     * @param materials lots of materials in a lot without a batch
     * @param results of a lot without a batch
     */
    public record Lot(
            @Text(max = 40) String code,
            @Nullable Ref<Batch> batch,
            @Nullable Ref<Document> report,
            @Nullable LocalDate made,
            @Text(max = 200) String scale,
            @Nullable @Text(max = 40) String donor,
            List<MaterialIn> materials,
            List<Measured> results,
            Instant entered) {}

    /** A lot of a material in a lot of the product. */
    public record MaterialIn(
            @Text(max = 100) String material,
            @Text(max = 60) String lot) {}

    public record Measured(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String attribute,
            @In("1") BigDecimal value) {}

    /** Why a chart signals at a lot; with the number of lots that make the pattern. */
    public enum Rule {
        NELSON_1(1),
        NELSON_2(9),
        NELSON_3(6),
        NELSON_4(14),
        NELSON_5(3),
        NELSON_6(5),
        NELSON_7(15),
        NELSON_8(8),
        WESTERN_ELECTRIC_1(1),
        WESTERN_ELECTRIC_2(3),
        WESTERN_ELECTRIC_3(5),
        WESTERN_ELECTRIC_4(8),
        EWMA_BEYOND(1),
        CUSUM_UPPER(1),
        CUSUM_LOWER(1),
        /** Outside the specification or the process limits. */
        SPECIFICATION(1),
        /** Smaller or larger than a batch is to be. */
        BATCH_SIZE(1);

        private final int span;

        Rule(int span) {
            this.span = span;
        }

        /** Lots that the pattern reaches over, the last one completes it. */
        public int span() {
            return span;
        }
    }

    /** A rule that a lot completes. */
    public record Signal(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String attribute,
            @Text(max = 40) String lot,
            Rule rule) {}

    /** What was found behind signals. */
    public record Answer(
            List<Signal> signals,
            Cause cause,
            @Nullable Ref<Deviation> deviation,
            @Text(max = 2000, lines = true) String conclusion,
            Instant at) {}

    public enum Cause {
        /** Something that does not belong to the process as it runs. */
        SPECIAL,
        /** The variation that belongs to the process. */
        COMMON,
        MEASUREMENT
    }

    /** @param keySteps that the report covers */
    public record Validation(
            Ref<Document> report,
            List<String> lots,
            List<Batch.ProcessStep> keySteps,
            @Text(max = 2000, lines = true) String conclusion,
            Instant at) {}

    /**
     * A report on trends over all lots so far.
     *
     * @param improvements attributes whose ranges or process are to be changed by a change record
     * @param materials whose effect was looked at
     */
    public record Review(
            LocalDate from,
            LocalDate to,
            List<String> improvements,
            List<String> materials,
            @Text(max = 2000, lines = true) String conclusion,
            int lots,
            Instant at) {}

    /**
     * What the engines find of all lots.
     *
     * @param inControl whether no signal waits for an answer
     * @param baselineComplete whether every attribute has the lots of the baseline
     * @param open signals that nobody has answered
     * @param incapable attributes whose Ppk is lower than the plan asks
     * @param unbacked tests of the specification with a limit that no attribute with a tolerance interval backs
     */
    public record Control(
            boolean inControl,
            boolean baselineComplete,
            List<Signal> signals,
            List<Signal> open,
            List<String> incapable,
            List<String> unbacked,
            Map<String, Line> attributes,
            Map<String, LotLine> lots) {}

    /** @param missing attributes of which the lot has no number */
    public record LotLine(
            @Nullable Ref<Batch> batch, String scale, Map<String, BigDecimal> values, List<String> missing) {}

    /**
     * What the engines find of an attribute: {@code process chart} on the baseline, {@code process capability} and {@code compare
     * tolerance} on all lots, at 95% confidence.
     *
     * @param sigma of the short term
     * @param lsl from the specification or the process limits
     * @param ppkLower of its two-sided interval
     * @param toleranceLower of the interval that holds 95% of lots with a confidence of 95%
     * @param fault why something cannot be computed
     */
    public record Line(
            @In("1") int n,
            @Nullable @In("1") BigDecimal mean,
            @Nullable @In("1") BigDecimal sd,
            @Nullable @In("%") BigDecimal cvPercent,
            @Nullable @In("1") BigDecimal center,
            @Nullable @In("1") BigDecimal sigma,
            @Nullable @In("1") BigDecimal lcl,
            @Nullable @In("1") BigDecimal ucl,
            @Nullable @In("1") BigDecimal lsl,
            @Nullable @In("1") BigDecimal usl,
            @Nullable @In("1") BigDecimal ppk,
            @Nullable @In("1") BigDecimal ppkLower,
            @Nullable @In("1") BigDecimal ppkUpper,
            @Nullable @In("1") BigDecimal toleranceLower,
            @Nullable @In("1") BigDecimal toleranceUpper,
            @Nullable String fault) {}

    /**
     * Where the variation between lots comes from.
     *
     * @param markedMaterials materials between whose lots an attribute differs, at 5% over all attributes together
     * @param donors by lot, where they are known
     */
    public record Variation(
            List<String> markedMaterials, Map<String, String> donors, Map<String, Sources> attributes) {}

    /**
     * Sources of the variation of an attribute.
     *
     * @param donorSharePercent of the variance, where donors have several lots ({@code process donors})
     * @param sdProcess what remains without the donors
     * @param parameters by process parameter that is to act on it: how they go together over the lots
     */
    public record Sources(
            @In("1") int donors,
            @Nullable @In("%") BigDecimal donorSharePercent,
            @Nullable @In("1") BigDecimal sdProcess,
            Map<String, Level> scales,
            Map<String, MaterialEffect> materials,
            Map<String, Link> parameters) {}

    /**
     * A quality attribute on a process parameter, by a straight line over the lots that have both.
     *
     * @param slope units of the attribute in one of the parameter
     * @param p that there is none
     */
    public record Link(
            @In("1") int n,
            @In("1") BigDecimal slope,
            @In("1") BigDecimal correlation,
            @In("1") BigDecimal p) {}

    /** The lots of one scale. */
    public record Level(
            @In("1") int n,
            @Nullable @In("1") BigDecimal mean,
            @Nullable @In("1") BigDecimal sd) {}

    /**
     * What comes from the lots of a material ({@code process donors}, by material lot).
     *
     * @param marked whether p is below 0.05 over the number of attributes
     */
    public record MaterialEffect(
            @In("1") int lots,
            @In("%") BigDecimal sharePercent,
            @In("1") BigDecimal p,
            boolean marked) {}

    /** What the engines find now, of the batches as they stand. */
    @Derived
    public Control control(States states) {
        return new ProcessControl(this, states).control();
    }

    /** The same of the sources of variation: donors, lots of materials, scales, process parameters. */
    @Derived
    public Variation variation(States states) {
        return new ProcessControl(this, states).variation();
    }

    /** Steps in which the cells lie open to the room. */
    @Derived
    public int openSteps() {
        return (int) plan.steps().stream().filter(step -> !step.closed()).count();
    }

    /** Minutes for which they do, all steps together. */
    @Derived
    public BigDecimal openMinutes() {
        return plan.steps().stream()
                .filter(step -> !step.closed() && step.exposure() != null)
                .map(MonitoringPlan.StepExposure::exposure)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The chart of an attribute; empty with fewer than two lots or if it cannot be drawn. */
    public Optional<ControlChart> chart(String attribute, States states) {
        return new ProcessControl(this, states).chart(attribute);
    }

    public ProcessMonitoring entered(Lot lot) {
        return withLots(Lists.plus(lots, lot));
    }

    public ProcessMonitoring answered(Answer answer) {
        return withAnswers(Lists.plus(answers, answer));
    }

    public ProcessMonitoring reviewed(Review review) {
        return withReviews(Lists.plus(reviews, review));
    }
}
