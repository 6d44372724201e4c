package org.opencgt.subject;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * An impurity of a product and how much of it a person may be given. Its exposure is computed from the specification and the greatest
 * dose of the instructions.
 *
 * @param test that measures it, as in the specification
 * @param concern why it is watched
 * @param amountPerUnit of the test's unit in a unit of {@code per}: the amount by which the result is multiplied, such as 1/3 where
 *     the test counts in 3 × 10⁶ cells
 * @param per what the amount refers to
 * @param greatestVolume of a dose, where the amount is by volume
 * @param worstWeight of a person: the least where volume is by body weight, the greatest where the threshold is by dose
 * @param shortestHours of an infusion, where the threshold is by time
 * @param threshold that is safe, or the exposure without effect
 * @param basis to what the threshold refers
 * @param safetyFactor by which the threshold is divided
 * @param evidence report on which the threshold rests
 * @param maximumDose from which the limit was derived, in 10⁶ cells per kg
 * @param detectionLimit of the test, in its unit, for results below it
 * @param clearanceValidated whether validated process data clear it, so that not every batch is tested
 */
public record ResidualSource(
        @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String test,
        Concern concern,
        @In(value = "1", min = "0") BigDecimal amountPerUnit,
        Per per,
        @Nullable @In(value = "mL", min = "0") BigDecimal greatestVolume,
        @Nullable @In(value = "kg", min = "0") BigDecimal worstWeight,
        @Nullable @In(value = "h", min = "0") BigDecimal shortestHours,
        @Nullable @In(value = "1", min = "0") BigDecimal threshold,
        Basis basis,
        @In(value = "1", min = "1") BigDecimal safetyFactor,
        @Nullable EvidenceKind evidenceKind,
        @Nullable Ref<Document> evidence,
        @In(value = "10*6/kg", min = "0") BigDecimal maximumDose,
        @Nullable @In(value = "1", min = "0") BigDecimal detectionLimit,
        boolean clearanceValidated) {

    public enum Concern {
        PROCESS_RESIDUE,
        SAFETY_RELEVANT_MATERIAL,
        HARD_TO_REMOVE,
        SERUM,
        ANCILLARY_CELLS,
        PLURIPOTENT_CELLS
    }

    public enum Per {
        MILLION_CELLS,
        MILLILITRE
    }

    public enum Basis {
        PER_DOSE,
        PER_KG,
        PER_KG_HOUR
    }

    public enum EvidenceKind {
        PHARMACOPOEIA,
        LITERATURE,
        ANIMAL_STUDY,
        OTHER_SYSTEM,
        CLINICAL_EXPOSURE
    }

    /**
     * What a dose brings at the limit of the specification.
     *
     * @param exposure at the limit, in the unit of the threshold; absent where it cannot be known
     * @param allowed threshold / safety factor
     * @param margin allowed / exposure
     * @param highestResult of the test that keeps the exposure within what is allowed
     * @param detectable whether the test can show that
     * @param within whether the limit of the specification keeps the exposure within what is allowed
     * @param doseCurrent whether the limit was derived from the dose that the instructions give now
     * @param missing what has to be known and is not
     */
    public record Exposure(
            @Nullable @In("1") BigDecimal exposure,
            @Nullable @In("1") BigDecimal allowed,
            @Nullable @In("1") BigDecimal margin,
            @Nullable @In("1") BigDecimal highestResult,
            boolean detectable,
            boolean within,
            boolean doseCurrent,
            @Nullable String missing) {}
}
