package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * A line of a product's bill of materials: where the process uses a material, how much, what for, and what is left of it in the
 * product.
 *
 * @param steps of the process in which it may be used
 * @param function what it does there
 * @param amount in {@code unit}, for a batch
 * @param alternatives what else was looked for, of lower risk or not of animal origin
 * @param targetCells the cells that a vector or plasmid modifies
 */
@RecordBuilder
@Subject.Kind(value = "bill-item", prefix = "BI")
public record BillItem(
        Ref<Material> material,
        Ref<Product> product,
        List<Batch.ProcessStep> steps,
        String function,
        @Nullable BigDecimal amount,
        @Nullable String unit,
        @Nullable String necessity,
        @Nullable String safety,
        @Nullable String reasonableness,
        @Nullable String alternatives,
        @Nullable String justification,
        @Nullable TargetCells targetCells,
        @Nullable Residue residue,
        Status status,
        @Nullable Approval approval)
        implements Subject, BillItemBuilder.With {

    public enum Status {
        PLANNED,
        APPROVED
    }

    public enum TargetCells {
        SOMATIC,
        PLURIPOTENT
    }

    /**
     * What may be left of the material in the product.
     *
     * @param removal the step that takes it out
     * @param removalEffective whether the step was shown to
     * @param test its name among the release tests
     * @param threshold in {@code unit}; above it the batch is not released
     */
    public record Residue(
            boolean possible,
            @Nullable String removal,
            @Nullable Boolean removalEffective,
            @Nullable String test,
            @Nullable BigDecimal threshold,
            @Nullable String unit) {}

    public record Approval(Instant at, Ref<? extends Subject> by, String conclusion) {}
}
