package org.opencgt.material;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Batch;
import org.opencgt.subject.BillItem;
import org.opencgt.subject.Material;
import org.opencgt.subject.Product;

/** A material is entered in a product's bill of materials; it may be used once quality has approved the line. */
@ActType(
        value = "material.plan-use",
        by = {Role.QUALITY, Role.MANUFACTURING_OPERATOR})
public record PlanUse(
        @Makes Ref<BillItem> item,
        @Concerns Ref<Material> material,
        @Concerns Ref<Product> product,
        List<Batch.ProcessStep> steps,
        String function,
        @Nullable @In(value = "1", min = "0") BigDecimal amount,
        @Nullable @Text(max = 20) String unit,
        @Nullable @Text(max = 1000, lines = true) String necessity,
        @Nullable @Text(max = 1000, lines = true) String safety,
        @Nullable @Text(max = 1000, lines = true) String reasonableness,
        @Nullable @Text(max = 1000, lines = true) String alternatives,
        @Nullable @Text(max = 1000, lines = true) String justification,
        BillItem.@Nullable TargetCells targetCells,
        BillItem.@Nullable Residue residue)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        item,
                        new BillItem(
                                material,
                                product,
                                steps,
                                function,
                                amount,
                                unit,
                                necessity,
                                safety,
                                reasonableness,
                                alternatives,
                                justification,
                                targetCells,
                                residue,
                                BillItem.Status.PLANNED,
                                null))
                .andOn(material, m -> m.used(item))
                .andOn(product, p -> p.billed(item));
    }
}
