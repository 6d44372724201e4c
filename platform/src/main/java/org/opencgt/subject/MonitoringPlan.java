package org.opencgt.subject;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * What is followed over the lots of a product, and when a chart signals.
 *
 * @param protocol the approved programme
 * @param baselineLots the first lots from which centre and limits are estimated; run rules are judged from then on
 * @param baselineBasis why these lots stand for the process in control
 * @param scales those that are validated
 * @param steps of the process, closed or open
 */
public record MonitoringPlan(
        @Text(max = 20) String version,
        Ref<Document> protocol,
        List<Attribute> attributes,
        @In(value = "1", min = "2", max = "1000") int baselineLots,
        @Text(max = 1000, lines = true) String baselineBasis,
        BatchSize batchSize,
        List<String> scales,
        List<StepExposure> steps) {

    /**
     * What is followed: one number a lot.
     *
     * @param name of the release test in the specification, of the in-process control, or of the parameter of the step, among the
     *     process limits; of cells and yields a name of one's own, which may stand among the process limits too
     * @param step of the batch, where it is of a step
     * @param from the earlier step of a yield
     * @param affects quality attributes that a process parameter acts on
     * @param risk score of a process parameter, 10 is the highest
     * @param leastPpk below which the process is not capable enough
     * @param harmless the study that shows a class of non-target cells to be harmless
     */
    public record Attribute(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String name,
            Role role,
            Source source,

            @Nullable @Text(max = 40, pattern = "[a-z][a-z0-9_]*")
            String step,

            @Nullable @Text(max = 40, pattern = "[a-z][a-z0-9_]*")
            String from,

            Chart chart,
            RunRules rules,
            List<String> affects,

            @Nullable @In(value = "1", min = "1", max = "10")
            Integer risk,

            @Nullable @In(value = "1", min = "0") BigDecimal leastPpk,
            @Nullable Ref<Document> harmless) {}

    /** What an attribute is to the product. */
    public enum Role {
        QUALITY_ATTRIBUTE,
        PROCESS_PARAMETER,
        IN_PROCESS_CONTROL,
        PERFORMANCE,
        NON_TARGET_CELLS
    }

    /** Where the batch holds the number. */
    public enum Source {
        RELEASE_TEST,
        IN_PROCESS,
        STEP_PARAMETER,
        /** Viable cells at the end of the step, 10*6. */
        STEP_CELLS,
        /** Viable cells at its end as a percentage of those at the end of the earlier step. */
        STEP_YIELD
    }

    public enum Chart {
        /** Single lots with their moving range. */
        I_MR,
        /** Exponentially weighted moving average, λ = 0.2, L = 3. */
        EWMA,
        /** Cumulative sums, k = 0.5, h = 5. */
        CUSUM
    }

    /** By which a chart of single lots signals. */
    public enum RunRules {
        NELSON,
        WESTERN_ELECTRIC
    }

    /**
     * What a batch is and how large; sizes in the unit of the attribute.
     *
     * @param attribute among those that are followed, which is the size of a lot
     * @param downstreamCapacity the most that the steps after it can take
     */
    public record BatchSize(
            @Text(max = 500) String definition,
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String attribute,
            @In("1") BigDecimal minimum,
            @In("1") BigDecimal maximum,
            @In("1") BigDecimal downstreamCapacity) {}

    /** @param exposure of an open step to the room */
    public record StepExposure(
            Batch.ProcessStep step,
            boolean closed,
            @Nullable @In(value = "min", min = "0") BigDecimal exposure) {}
}
