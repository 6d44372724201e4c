package org.opencgt.clinic;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Area;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Unit;

/**
 * The product is diluted or mixed for infusion (CA-8.2.5).
 *
 * @param diluent as scanned
 * @param diluentLot as scanned
 * @param diluentExpires as on its label
 * @param area or the cabinet's room; aseptic
 * @param gentle whether it was mixed gently
 * @param shaken whether it was shaken violently
 */
@ActType(
        value = "clinic.mix",
        by = {Role.CELL_LABORATORY, Role.NURSE, Role.PHARMACIST})
public record Mix(
        @Concerns Ref<Unit> unit,
        @Text(max = 100) String diluent,
        @Text(max = 40) String diluentLot,
        LocalDate diluentExpires,
        @In(value = "mL", min = "0") BigDecimal productVolume,
        @In(value = "mL", min = "0") BigDecimal diluentVolume,
        @Concerns Ref<Area> area,
        @Nullable @Concerns Ref<Equipment> cabinet,
        Instant finished,
        boolean gentle,
        boolean shaken)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                unit,
                u -> u.withMixing(new Unit.Mixing(finished, diluent, diluentVolume, diluentLot, diluentExpires, area)));
    }
}
