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
 * A study of a product in animals.
 *
 * @param plan absent before the first
 * @param planApproved absent where the plan is not approved as it stands
 * @param batches that the animals were given, in order
 * @param results a newer one of the same group, endpoint and time replaces the older
 * @param differences between test article and product that are explained; a newer one of the same aspect replaces the older
 * @param conclusion absent before the report
 */
@RecordBuilder
@Subject.Kind(value = "nonclinical-study", prefix = "NS")
public record NonclinicalStudy(
        Ref<Product> product,
        @Text(max = 200) String title,
        List<Purpose> purposes,
        Status status,
        @Nullable NonclinicalPlan plan,
        @Nullable Instant planApproved,
        List<GivenBatch> batches,
        List<Measured> results,
        List<Difference> differences,
        @Nullable Conclusion conclusion)
        implements Subject, NonclinicalStudyBuilder.With {

    public enum Purpose {
        GENERAL_TOXICITY,
        IMMUNE_RESPONSE,
        EFFICACY,
        DISTRIBUTION
    }

    public enum Status {
        PLANNED,
        REPORTED
    }

    /**
     * A batch that animals were given.
     *
     * @param batch in this ledger; absent where it was made outside it
     * @param certificate of its analysis, where there is no batch
     * @param amount at hand for the study, in the unit of its doses
     */
    public record GivenBatch(
            @Text(max = 40) String number,
            @Nullable Ref<Batch> batch,
            @Nullable Ref<Document> certificate,
            @In(value = "1", min = "0") BigDecimal amount,
            List<BatchResult> results) {}

    /** A release result of a batch: a number or words. */
    public record BatchResult(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String test,
            @Nullable @In("1") BigDecimal value,
            @Nullable @Text(max = 60) String words) {}

    /**
     * Values of the animals of a group at one time.
     *
     * @param animals by the number of the animal; zero where below the limit of quantification
     */
    public record Measured(
            @Text(max = 40) String group,
            @Text(max = 40) String endpoint,
            @In("1") BigDecimal time,
            Map<String, BigDecimal> animals) {}

    /** In what test article and product differ. */
    public enum Aspect {
        CELL_SOURCE,
        PRODUCTION_PROCESS,
        CULTURE_CONDITIONS,
        FORMULATION,
        FREEZE_THAW,
        QUALITY_STANDARD,
        BATCH_QUALITY
    }

    /**
     * A difference that is explained.
     *
     * @param effectOnPrediction what it does to predicting from animals what happens in people
     */
    public record Difference(
            Aspect aspect,
            @Text(max = 1000, lines = true) String explanation,
            @Text(max = 1000, lines = true) String effectOnPrediction,
            Instant approved) {}

    /**
     * What the study found, in words.
     *
     * @param mechanism how far it confirms how the product acts
     * @param dosingSupport what it says of the doses planned for people
     */
    public record Conclusion(
            Ref<Document> report,
            @Text(max = 2000, lines = true) String summary,
            @Text(max = 1000, lines = true) @Nullable String mechanism,
            @Text(max = 1000, lines = true) @Nullable String dosingSupport,
            Instant reported) {}

    /**
     * A group against control, at one time of an endpoint, with an interval at 1 - α (α of the plan, else 0.05), after Welch.
     *
     * @param fromBaseline whether changes of single animals from their baseline are compared, or values
     * @param mean of the group, of what is compared
     * @param lower limit of the difference; absent where a group has fewer than two animals
     */
    public record Effect(
            String endpoint,
            NonclinicalPlan.Tells tells,
            @In("1") BigDecimal time,
            String group,
            @In("1") BigDecimal dose,
            boolean fromBaseline,
            @In("1") int animals,
            @In("1") int controls,
            @In("1") BigDecimal mean,
            @In("1") BigDecimal controlMean,
            @In("1") BigDecimal difference,
            @Nullable @In("1") BigDecimal lower,
            @Nullable @In("1") BigDecimal upper,
            @Nullable @In("1") BigDecimal p) {}

    /**
     * How an endpoint goes with the dose at one time.
     *
     * @param slope in its unit a unit of dose
     * @param noEffectDose the highest dose up to which no effect is seen; zero where the lowest has one
     * @param lowestEffectDose absent where no dose has an effect
     */
    public record Trend(
            String endpoint,
            NonclinicalPlan.Tells tells,
            @In("1") BigDecimal time,
            @Nullable @In("1") BigDecimal slope,
            @Nullable @In("1") BigDecimal slopeLower,
            @Nullable @In("1") BigDecimal slopeUpper,
            @Nullable @In("1") BigDecimal p,
            @Nullable @In("1") BigDecimal noEffectDose,
            @Nullable @In("1") BigDecimal lowestEffectDose) {}

    /**
     * The course of what was given, or of what became of it, in a tissue: kinetics of the means of the animals.
     *
     * @param auc from the first dose to the last time at which it was found; the unit of the endpoint times that of time
     * @param halfLife absent where the last samples bear no line
     * @param lastFound absent where it never was
     * @param gone whether a later sample found none
     */
    public record Fate(
            String endpoint,
            NonclinicalPlan.Tells tells,
            @Nullable String matrix,
            String group,
            @In("1") BigDecimal dose,
            @Nullable @In("1") BigDecimal cmax,
            @Nullable @In("1") BigDecimal tmax,
            @Nullable @In("1") BigDecimal auc,
            @Nullable @In("1") BigDecimal halfLife,
            @Nullable @In("1") BigDecimal lastFound,
            boolean gone) {}

    /** Animals that each group needs for what the plan is to detect; absent where it cannot be calculated. */
    @Derived
    public @Nullable Integer groupSize() {
        return plan == null ? null : new StudiedAnimals(plan, results).groupSize();
    }

    /** What the plan gives to all animals together, in the unit of its doses. */
    @Derived
    public @Nullable BigDecimal amountNeeded() {
        return plan == null ? null : new StudiedAnimals(plan, results).amountNeeded();
    }

    /** What all batches hold for the study. */
    @Derived
    public BigDecimal amountGiven() {
        return batches.stream().map(GivenBatch::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the plan measures and no result tells: group, endpoint and time. */
    @Derived
    public List<String> missing() {
        return plan == null ? List.of() : new StudiedAnimals(plan, results).missing();
    }

    @Derived
    public List<Effect> effects() {
        return plan == null ? List.of() : new StudiedAnimals(plan, results).effects();
    }

    @Derived
    public List<Trend> trends() {
        return plan == null ? List.of() : new StudiedAnimals(plan, results).trends();
    }

    /**
     * The highest dose up to which no toxic effect is seen at any time by any endpoint; zero where the lowest has one; absent where it
     * cannot be known.
     */
    @Derived
    public @Nullable BigDecimal noEffectDose() {
        return plan == null ? null : new StudiedAnimals(plan, results).noEffectDose();
    }

    /** The lowest dose with an effect of treatment at any time; absent where there is none. */
    @Derived
    public @Nullable BigDecimal effectiveDose() {
        return plan == null ? null : new StudiedAnimals(plan, results).effectiveDose();
    }

    @Derived
    public List<Fate> fates() {
        return plan == null ? List.of() : new StudiedAnimals(plan, results).fates();
    }

    /** The plan is another one, not yet approved. */
    public NonclinicalStudy planned(NonclinicalPlan next) {
        return with(b -> b.plan(next).planApproved(null));
    }

    public NonclinicalStudy given(GivenBatch batch) {
        return withBatches(Lists.superseding(batches, b -> b.number().equals(batch.number()), batch));
    }

    public NonclinicalStudy measured(Measured result) {
        return withResults(Lists.superseding(
                results,
                r -> r.group().equals(result.group())
                        && r.endpoint().equals(result.endpoint())
                        && r.time().compareTo(result.time()) == 0,
                result));
    }

    public NonclinicalStudy explained(Difference difference) {
        return withDifferences(Lists.superseding(differences, d -> d.aspect() == difference.aspect(), difference));
    }

    public NonclinicalStudy reported(Conclusion found) {
        return with(b -> b.conclusion(found).status(Status.REPORTED));
    }
}
