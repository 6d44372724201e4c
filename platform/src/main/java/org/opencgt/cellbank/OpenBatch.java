package org.opencgt.cellbank;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Makes;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.act.Uses;
import org.opencgt.subject.Area;
import org.opencgt.subject.Batch;
import org.opencgt.subject.BatchBuilder;
import org.opencgt.subject.CellBank;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.ProcessChange;
import org.opencgt.subject.Product;
import org.opencgt.subject.ProductionPlan;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.Site;

/**
 * A batch is opened from vials of a working bank in a cleared room.
 *
 * @param vials as asked for
 * @param scannedVials as scanned at the tank
 * @param positions that become free
 * @param viability after thawing
 * @param collection from which the cells of the bank stem, as the bank has it
 * @param chainOfIdentity that stands on the vessels of the batch
 * @param seededCells viable cells with which the expansion begins
 * @param processChange by whose process it is made, where that is not yet the process of the product
 * @param productionPlan by which it is begun
 */
@ActType(
        value = "cellbank.open-batch",
        by = {Role.MANUFACTURING_OPERATOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.MANUFACTURING_OPERATOR, Role.QUALITY})
public record OpenBatch(
        @Makes Ref<Batch> batch,
        @Uses Ref<CellBank> bank,
        @Concerns Ref<Equipment> tank,
        @Concerns Ref<Area> area,
        @Text(max = 40) String number,
        Ref<Product> product,
        Ref<Site> site,
        List<String> vials,
        List<String> scannedVials,
        List<String> positions,
        @In(value = "%", min = "0", max = "100") BigDecimal viability,
        @Nullable Ref<Recipient> intendedRecipient,
        @Uses @Nullable Ref<Collection> collection,
        @Nullable @Text(max = 40) String chainOfIdentity,

        @Nullable @In(value = "10*6", min = "0", max = "1000000")
        BigDecimal seededCells,

        @Concerns @Nullable Ref<ProcessChange> processChange,
        @Concerns @Nullable Ref<ProductionPlan> productionPlan)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        CellBank.Withdrawal taken = new CellBank.Withdrawal(
                occasion.performedAt(),
                CellBank.Purpose.PRODUCTION,
                scannedVials,
                viability,
                batch,
                occasion.performer());
        Batch opened = BatchBuilder.builder()
                .number(number)
                .product(product)
                .collection(collection)
                .chainOfIdentity(chainOfIdentity)
                .bank(new Batch.BankSource(bank, scannedVials, viability))
                .site(site)
                .area(area)
                .intendedRecipient(intendedRecipient)
                .stage(Batch.Stage.OPENED)
                .started(occasion.performedAt())
                .performers(List.of(occasion.performer()))
                .materials(List.of())
                .steps(
                        seededCells == null
                                ? Map.of()
                                : Map.of(
                                        "seeding",
                                        new Batch.Step(
                                                occasion.performedAt(),
                                                occasion.performedAt(),
                                                occasion.performer(),
                                                tank,
                                                seededCells,
                                                viability,
                                                Map.of())))
                .processChange(processChange)
                .inProcess(Map.of())
                .controls(List.of())
                .environment(List.of())
                .releaseTests(Map.of())
                .units(List.of())
                .retained(List.of())
                .deviations(List.of())
                .openDeviations(List.of())
                .build();
        return Effects.create(batch, opened)
                .andOn(bank, b -> b.withdrawn(taken))
                .andOn(tank, t -> t.freed(positions))
                .andOn(area, a -> a.with(b -> b.clearedFor(batch).clearance(null)))
                .andOnPresent(productionPlan, p -> p.begun(batch));
    }
}
