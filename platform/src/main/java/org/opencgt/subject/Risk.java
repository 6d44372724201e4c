package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/** An entry of the risk register, from identification to review (CA-10.14a, ICH Q9). */
@RecordBuilder
@Subject.Kind(value = "risk", prefix = "Z")
public record Risk(
        Ref<? extends Subject> concerning,
        String title,
        Factor factor,
        Stage stage,
        @Nullable Score score,
        List<String> measures,
        @Nullable LocalDate reviewDue,
        List<Step> steps)
        implements Subject, RiskBuilder.With {

    /** What gives rise to it (IC-3e). */
    public enum Factor {
        CELLS,
        PROCESS,
        CONTAMINATION,
        PURITY,
        ROUTE_AND_COMBINATION,
        CLINICAL_EXPERIENCE,
        LOGISTICS,
        USE,
        OTHER
    }

    /** How far its handling has come; the stages follow one another, a review leads back to assessment or to monitoring. */
    public enum Stage {
        IDENTIFIED,
        ASSESSED,
        CONTROLLED,
        MONITORED,
        REVIEWED
    }

    /** 1 (negligible, rare, surely noticed) to 5 (fatal, frequent, unnoticeable). */
    public record Score(
            @In(value = "1", min = "1", max = "5") int severity,
            @In(value = "1", min = "1", max = "5") int probability,
            @In(value = "1", min = "1", max = "5") int detectability) {}

    public record Step(
            Stage stage,
            Instant at,
            Ref<? extends Subject> by,
            @Text(max = 2000, lines = true) String finding,
            String evidence) {}

    public Risk moved(Step step) {
        return withStage(step.stage()).withSteps(Lists.plus(steps, step));
    }

    public Risk controlled(List<String> further) {
        return withMeasures(Lists.plusAll(measures, further));
    }
}
