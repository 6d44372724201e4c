package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Derived;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/**
 * A change of a product's process with its comparability study.
 *
 * @param versionBefore of the process
 * @param steps of the process that it touches
 * @param attributes of the product that it may touch
 * @param assessment of its class and its effects; absent before it is assessed
 * @param planApproved absent where the plan is not approved as it stands
 * @param lots in the order in which they were recorded
 * @param decision absent before it, and again as soon as another lot is recorded
 */
@RecordBuilder
@Subject.Kind(value = "process-change", prefix = "PC")
public record ProcessChange(
        Ref<Product> product,
        @Text(max = 200) String title,
        @Text(max = 2000, lines = true) String description,
        @Text(max = 20) String versionBefore,
        @Text(max = 20) String versionAfter,
        List<Category> categories,
        List<Batch.ProcessStep> steps,
        List<String> attributes,
        Status status,
        @Nullable Assessment assessment,
        @Nullable ComparabilityPlan plan,
        @Nullable Instant planApproved,
        List<Lot> lots,
        List<Bridging> bridging,
        @Nullable Decision decision)
        implements Subject, ProcessChangeBuilder.With {

    public enum Category {
        KEY_RAW_MATERIAL,
        CULTURE_CONDITIONS,
        PROCESS,
        INDUCTION_OR_DIFFERENTIATION,
        EQUIPMENT,
        SITE,
        SCALE,
        MASTER_CELL_BANK,
        FORMULATION,
        OTHER
    }

    public enum Status {
        PLANNED,
        IMPLEMENTED,
        WITHDRAWN
    }

    public enum Weight {
        MINOR,
        MODERATE,
        MAJOR
    }

    public enum Effect {
        NONE,
        POSSIBLE,
        UNKNOWN
    }

    /** What a change may do to one of safety, efficacy and control of quality. */
    public record Impact(
            Effect effect, @Text(max = 1000, lines = true) String basis) {}

    /** Whether a further study is needed, and why or why not. */
    public record Need(
            boolean needed, @Text(max = 1000, lines = true) String basis) {}

    /**
     * How far a change reaches.
     *
     * @param key whether it is a key change, which affects safety and quality
     * @param contamination what contamination new equipment may bring; absent where none is new
     * @param nonclinicalBridging absent where the question is not answered
     * @param reverification whether verification tests of the product are repeated
     */
    public record Assessment(
            Weight weight,
            @Text(max = 2000, lines = true) String basis,
            boolean key,
            Impact safety,
            Impact efficacy,
            Impact quality,
            @Nullable @Text(max = 1000, lines = true) String contamination,
            @Text(max = 2000, lines = true) String strategy,
            @Nullable Need nonclinicalBridging,
            @Nullable Need clinicalBridging,
            @Nullable Need reverification) {

        /** A minor change that does nothing to the product. */
        boolean withoutEffect() {
            return weight == Weight.MINOR
                    && !key
                    && safety.effect() == Effect.NONE
                    && efficacy.effect() == Effect.NONE
                    && quality.effect() == Effect.NONE;
        }
    }

    public enum Side {
        BEFORE,
        AFTER
    }

    /**
     * A lot of the comparison.
     *
     * @param batch in this ledger; absent where the lot was made outside it
     * @param report from which its results come, where there is no batch
     * @param representative why it stands for its process
     */
    public record Lot(
            @Text(max = 40) String code,
            Side side,
            @Nullable Ref<Batch> batch,
            @Nullable Ref<Document> report,
            LocalDate made,
            @Text(max = 200) String scale,
            @Text(max = 500) String representative,
            List<Measured> results,
            Instant recorded) {}

    /** A result of one attribute: a number or words. */
    public record Measured(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String attribute,
            @Nullable @In("1") BigDecimal value,
            @Nullable @Text(max = 60) String words) {}

    /** A further study that shows whether what is known of the product before the change holds after it. */
    public record Bridging(Kind kind, Ref<Document> report, boolean bridges, Instant recorded) {

        public enum Kind {
            NONCLINICAL,
            CLINICAL,
            REVERIFICATION
        }
    }

    /** What was decided on the whole of the data. */
    public record Decision(
            Outcome outcome,
            Review review,
            @Text(max = 2000, lines = true) String basis,
            Instant at) {

        public enum Outcome {
            COMPARABLE,
            NOT_COMPARABLE,
            BRIDGED
        }
    }

    /** What a reviewer of the study answers for (SC-5.2f). */
    public record Review(
            boolean testsComplete, boolean criteriaSound, boolean methodsValid, boolean analysisObjective) {}

    /**
     * What the engine finds of the lots.
     *
     * @param comparable whether the study is complete and each criterion is met
     * @param complete whether all planned lots are there with each attribute
     * @param met criteria that are met
     * @param unmet names of the attributes whose criterion is not met
     */
    public record Verdict(
            boolean comparable,
            boolean complete,
            @In("1") int planned,
            @In("1") int met,
            @In("1") int lotsBefore,
            @In("1") int lotsAfter,
            List<String> unmet,
            Map<String, Line> attributes) {}

    /**
     * What the engine finds of an attribute.
     *
     * @param estimate difference or ratio of means; absent for words and where it cannot be computed
     * @param lower of its interval, or of the quality range
     * @param marginLower that the interval has to keep; absent for a quality range
     * @param p the greater one of both one-sided tests
     * @param insidePercent of the lots after the change in the quality range, or with accepted words
     * @param fault why it cannot be computed
     */
    public record Line(
            @In("1") int nBefore,
            @In("1") int nAfter,
            @Nullable @In("1") BigDecimal meanBefore,
            @Nullable @In("1") BigDecimal meanAfter,
            @Nullable @In("1") BigDecimal estimate,
            @Nullable @In("1") BigDecimal lower,
            @Nullable @In("1") BigDecimal upper,
            @Nullable @In("1") BigDecimal marginLower,
            @Nullable @In("1") BigDecimal marginUpper,
            @Nullable @In("1") BigDecimal p,
            @Nullable @In("%") BigDecimal insidePercent,
            boolean met,
            List<String> flags,
            @Nullable String fault) {}

    /** What the engine {@code compare study} finds; absent while there is no plan. */
    @Derived
    public @Nullable Verdict verdict() {
        return plan == null ? null : new ProcessComparability(plan, lots).verdict();
    }

    /**
     * Whether cells of the changed process may be given to people: found comparable and so decided, or bridged by a study that says
     * so, both on the data as they are now; or a minor change without effect, of which nothing is compared.
     */
    @Derived
    public boolean opensUse() {
        Verdict found = verdict();
        if (status == Status.WITHDRAWN) {
            return false;
        }
        if (decision == null || found == null) {
            return plan == null && assessment != null && assessment.withoutEffect();
        }
        return switch (decision.outcome()) {
            case COMPARABLE -> found.comparable();
            case BRIDGED -> found.complete() && bridgingHolds();
            case NOT_COMPARABLE -> false;
        };
    }

    /** Whether a nonclinical or clinical study bridges and none says that it does not. */
    @Derived
    public boolean bridgingHolds() {
        List<Bridging> studies = bridging.stream()
                .filter(study -> study.kind() != Bridging.Kind.REVERIFICATION)
                .toList();
        return !studies.isEmpty() && studies.stream().allMatch(Bridging::bridges);
    }

    /** The plan is another one, not yet approved. */
    public ProcessChange planned(ComparabilityPlan next) {
        return with(b -> b.plan(next).planApproved(null));
    }

    /** A further lot; what was decided was decided on fewer. */
    public ProcessChange compared(Lot lot) {
        return with(b -> b.lots(Lists.plus(lots, lot)).decision(null));
    }

    public ProcessChange bridged(Bridging study) {
        return withBridging(Lists.plus(bridging, study));
    }
}
