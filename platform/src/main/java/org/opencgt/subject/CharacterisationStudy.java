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
 * A study of a version of a process or of its cells whose result is computed from what was measured.
 *
 * @param criteria fixed before data, by a name of their own
 * @param planApproved absent where the plan is not approved
 * @param conclusion absent before it, and again as soon as more is measured
 */
@RecordBuilder
@Subject.Kind(value = "characterisation-study", prefix = "CH")
public record CharacterisationStudy(
        Ref<Product> product,
        @Text(max = 200) String title,
        Kind kind,
        @Text(max = 20) String processVersion,
        Ref<Document> protocol,
        List<Criterion> criteria,
        @Nullable Instant planApproved,
        List<Observation> observations,
        @Nullable Conclusion conclusion)
        implements Subject, CharacterisationStudyBuilder.With {

    /**
     * What is studied, and what of it is held against the bounds of a criterion:
     *
     * <ul>
     *   <li>{@code CLEARANCE}: log10(load before / load after) of a step, the least of its runs
     *   <li>{@code SCALE_DOWN}: model − full scale, the 90% interval of the difference of means (two one-sided tests at 5%)
     *   <li>{@code MODIFICATION_EFFECT}: modified − unmodified cells, the same
     *   <li>{@code INTEGRATION}: share of the largest clone by insertion site in %, of a sample; samples in the order of the criteria
     * </ul>
     */
    public enum Kind {
        CLEARANCE,
        SCALE_DOWN,
        MODIFICATION_EFFECT,
        INTEGRATION
    }

    /**
     * What has to be shown.
     *
     * @param name of the criterion: step and impurity, attribute, or sample
     * @param item impurity as named among the residues of the product, attribute, or sample
     * @param aspect of modified cells; absent in other studies
     * @param least number of runs, values of the smaller side, or clones
     */
    public record Criterion(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String name,
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String item,
            @Nullable ModifiedTrait aspect,
            @Nullable @In("1") BigDecimal minimum,
            @Nullable @In("1") BigDecimal maximum,
            @In(value = "1", min = "1", max = "100000") int least) {}

    /** What modification may change beside its purpose (SC-3.6e). */
    public enum ModifiedTrait {
        VIABILITY,
        STEMNESS,
        PHENOTYPE,
        FUNCTION,
        CHARACTERISTICS,
        PROCESS_IMPURITIES,
        NON_TARGET_CELLS
    }

    /** {@code REFERENCE}: before the step, full scale, unmodified cells; {@code STUDIED}: after it, model, modified cells, a clone. */
    public enum Arm {
        REFERENCE,
        STUDIED
    }

    /**
     * Something measured.
     *
     * @param criterion for which it counts
     * @param label run of a step, lot, or insertion site
     */
    public record Observation(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String criterion,
            Arm arm,
            @Text(max = 60) String label,
            @In(value = "1") BigDecimal value) {}

    /** What was decided. */
    public record Conclusion(
            boolean confirmed,
            @Text(max = 2000, lines = true) String statement,
            Instant at) {}

    /**
     * What follows from the data.
     *
     * @param rising insertion sites whose share grows from sample to sample: to be looked at, not by itself a failure
     * @param lines by name of the criterion
     */
    public record Verdict(boolean met, List<String> unmet, List<String> rising, Map<String, Line> lines) {}

    /**
     * What follows for a criterion.
     *
     * @param fault why it cannot be computed
     */
    public record Line(
            @In("1") int n,
            @Nullable @In("1") BigDecimal estimate,
            @Nullable @In("1") BigDecimal lower,
            @Nullable @In("1") BigDecimal upper,
            boolean met,
            @Nullable String fault) {}

    /** What is computed from the data as they are. */
    @Derived
    public Verdict verdict() {
        return new CharacterisationEvidence(kind, criteria, observations).verdict();
    }

    /** Whether it was concluded so, on data that meet every criterion. */
    @Derived
    public boolean confirmed() {
        return conclusion != null && conclusion.confirmed() && verdict().met();
    }

    /** More was measured; what was concluded was concluded on less. */
    public CharacterisationStudy observed(List<Observation> more) {
        return with(b -> b.observations(Lists.plusAll(observations, more)).conclusion(null));
    }
}
