package org.opencgt.dosefinding;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.DoseEscalation;
import org.opencgt.subject.Recipient;

/**
 * The dose of a patient is measured before it is given; the actual dose follows by the plan (CP-3.2.3e, j, k).
 *
 * @param totalCells counted, living and dead
 * @param transductionEfficiency percent of viable cells
 * @param vectorCopies of the transgene in a cell, from the same sample as the count (CP-3.2.3l)
 * @param cd3Cells CD3+ cells in the dose (CP-3.2.2l)
 * @param weight by which the dose is computed
 * @param subsets what else is in the product (CP-3.2.2m)
 */
@ActType(
        value = "dosefinding.confirm-dose",
        by = {Role.CELL_LABORATORY, Role.QUALITY_CONTROL_ANALYST, Role.PHARMACIST, Role.DOCTOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED})
public record ConfirmDose(
        @Concerns Ref<DoseEscalation> escalation,
        @Concerns Ref<Recipient> recipient,
        @In(value = "10*6", min = "0") BigDecimal totalCells,
        @In(value = "%", min = "0", max = "100") BigDecimal viability,
        @Nullable @In(value = "%", min = "0", max = "100") BigDecimal transductionEfficiency,
        @In(value = "mL", min = "0") BigDecimal volume,
        @Nullable @In(value = "{copies}/{cell}", min = "0") BigDecimal vectorCopies,
        @Nullable @In(value = "10*6", min = "0") BigDecimal cd3Cells,
        @Nullable @In(value = "kg", min = "1", max = "400") BigDecimal weight,
        @Nullable @In(value = "cm", min = "20", max = "260") BigDecimal height,
        List<DoseEscalation.Subset> subsets)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                escalation,
                e -> e.measured(
                        recipient,
                        level -> e.plan()
                                .measured(
                                        level,
                                        occasion.performedAt(),
                                        totalCells,
                                        viability,
                                        transductionEfficiency,
                                        volume,
                                        vectorCopies,
                                        cd3Cells,
                                        weight,
                                        height,
                                        subsets)));
    }
}
