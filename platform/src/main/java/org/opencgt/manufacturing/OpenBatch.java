package org.opencgt.manufacturing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.act.Uses;
import org.opencgt.subject.Area;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Collection;
import org.opencgt.subject.ProcessChange;
import org.opencgt.subject.Product;
import org.opencgt.subject.ProductionPlan;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.Site;

/**
 * A batch is opened from accepted cells in a cleared room.
 *
 * @param intendedRecipient of an autologous batch
 * @param scannedChainOfIdentity as it stands on the bag of collected cells
 * @param processChange by whose process it is made, where that is not yet the process of the product
 * @param productionPlan by which it is begun
 */
@ActType(
        value = "manufacturing.open-batch",
        by = {Role.MANUFACTURING_OPERATOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.MANUFACTURING_OPERATOR, Role.QUALITY})
public record OpenBatch(
        @Makes Ref<Batch> batch,
        @Uses Ref<Collection> collection,
        @Concerns Ref<Area> area,
        @Text(max = 40) String number,
        Ref<Product> product,
        Ref<Site> site,
        @Nullable Ref<Recipient> intendedRecipient,
        @Text(max = 40) String scannedChainOfIdentity,
        @Concerns @Nullable Ref<ProcessChange> processChange,
        @Concerns @Nullable Ref<ProductionPlan> productionPlan)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        Batch opened = new Batch(
                number,
                product,
                collection,
                null,
                site,
                area,
                intendedRecipient,
                scannedChainOfIdentity,
                Batch.Stage.OPENED,
                occasion.performedAt(),
                List.of(occasion.performer()),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                processChange,
                null);
        return Effects.create(batch, opened)
                .andOn(
                        collection,
                        c -> c.with(b -> b.status(Collection.Status.USED).batch(batch)))
                .andOn(area, a -> a.with(b -> b.clearedFor(batch).clearance(null)))
                .andOnPresent(productionPlan, p -> p.begun(batch));
    }
}
