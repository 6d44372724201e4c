package org.opencgt.process;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Product;
import org.opencgt.subject.ProductionPlan;

/** Batches, doses and samples of a period, held against what batches yield and what the site can bear. */
@ActType(
        value = "process.plan-production",
        by = {Role.QUALITY, Role.MANUFACTURING_OPERATOR})
public record PlanProduction(
        @Makes Ref<ProductionPlan> plan,
        @Concerns Ref<Product> product,
        @Text(max = 200) String title,
        LocalDate from,
        LocalDate to,
        ProductionPlan.Demand demand,
        ProductionPlan.BatchYield batchYield,
        ProductionPlan.@Nullable Growth growth,
        ProductionPlan.Parallel parallel)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                plan,
                new ProductionPlan(product, title, from, to, demand, batchYield, growth, parallel, null, List.of()));
    }
}
