package org.opencgt.manufacturing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Makes;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.act.Uses;
import org.opencgt.subject.Batch;
import org.opencgt.subject.MaterialLot;
import org.opencgt.subject.Product;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.Site;
import org.opencgt.subject.Unit;
import org.opencgt.subject.UnitBuilder;

/**
 * One container is filled from the formulated batch.
 *
 * @param number of the container within the batch, from 1
 * @param container lot of empty bags or vials
 * @param scannedChainOfIdentity as it stands on the vessel
 * @param functionalCells of CAR-T products the viable cells positive for a T-cell marker and the receptor
 */
@ActType(
        value = "manufacturing.fill",
        by = {Role.MANUFACTURING_OPERATOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.MANUFACTURING_OPERATOR, Role.QUALITY})
public record FillUnit(
        @Makes Ref<Unit> unit,
        @Uses Ref<Batch> batch,
        @Uses Ref<MaterialLot> container,
        @In(value = "1", min = "1", max = "1000") int number,
        Ref<Product> product,
        @Nullable Ref<Recipient> recipient,
        @Text(max = 40) String scannedChainOfIdentity,
        Ref<Site> site,
        @In(value = "mL", min = "0.1", max = "1000") BigDecimal volume,
        @In(value = "10*6/mL", min = "0", max = "1000") BigDecimal concentration,
        @In(value = "10*6", min = "0", max = "1000000") BigDecimal viableCells,
        @In(value = "10*6", min = "0", max = "1000000") BigDecimal functionalCells,
        LocalDate expires)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        Unit filled = UnitBuilder.builder()
                .batch(batch)
                .product(product)
                .recipient(recipient)
                .chainOfIdentity(scannedChainOfIdentity)
                .volume(volume)
                .viableCells(viableCells)
                .status(Unit.Status.FILLED)
                .expires(expires)
                .heldAt(site)
                .freezeThawCount(0)
                .filling(new Unit.Filling(occasion.performedAt(), number, container, concentration, functionalCells))
                .build();
        return Effects.create(unit, filled)
                .andOn(
                        batch,
                        b -> b.with(next -> next.units(Batch.joined(b.units(), unit))
                                .performers(Batch.joined(b.performers(), occasion.performer()))))
                .andOn(container, l -> l.used(BigDecimal.ONE));
    }
}
