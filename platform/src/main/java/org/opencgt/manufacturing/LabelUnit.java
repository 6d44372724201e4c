package org.opencgt.manufacturing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Product;
import org.opencgt.subject.Unit;

/** The printed label of a container is read back by two people. Every field is as it stands on the label. */
@ActType(
        value = "manufacturing.label-unit",
        by = {Role.MANUFACTURING_OPERATOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.MANUFACTURING_OPERATOR, Role.QUALITY})
public record LabelUnit(
        @Concerns Ref<Unit> unit,
        @Text(max = 64) String scannedUnit,
        String productName,
        @Text(max = 40) String batchNumber,
        @Text(max = 40) String chainOfIdentity,
        Product.CellSource donorType,
        @In(value = "10*6", min = "0", max = "1000000") BigDecimal viableCells,
        @In(value = "10*6/mL", min = "0", max = "1000") BigDecimal concentration,
        @In(value = "mL", min = "0", max = "1000") BigDecimal volume,
        Product.Form form,
        LocalDate produced,
        LocalDate expires,
        @In(value = "Cel", min = "-273", max = "60") BigDecimal storageMinimum,
        @In(value = "Cel", min = "-273", max = "60") BigDecimal storageMaximum,
        boolean infectiousWarning)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                unit,
                u -> u.withLabel(new Unit.Label(
                        occasion.performedAt(),
                        productName,
                        batchNumber,
                        chainOfIdentity,
                        donorType,
                        viableCells,
                        concentration,
                        volume,
                        form,
                        produced,
                        expires,
                        storageMinimum,
                        storageMaximum,
                        infectiousWarning)));
    }
}
