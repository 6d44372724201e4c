package org.opencgt.cellbank;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.opencgt.act.Text;
import org.opencgt.act.Uses;
import org.opencgt.subject.Area;
import org.opencgt.subject.CellBank;
import org.opencgt.subject.Document;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.MaterialLot;

/**
 * The cells of a bank are frozen in vials and stored in the vapour of liquid nitrogen, each at its position.
 *
 * @param materials lots that went into its making
 * @param batchRecord of the making
 */
@ActType(
        value = "cellbank.freeze-bank",
        by = {Role.MANUFACTURING_OPERATOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.MANUFACTURING_OPERATOR, Role.QUALITY})
public record FreezeBank(
        @Concerns Ref<CellBank> bank,
        @Concerns Ref<Equipment> tank,
        Ref<Area> area,
        @Uses List<Ref<MaterialLot>> materials,
        Instant started,
        Instant finished,
        @In(value = "10*6", min = "0") BigDecimal seededCells,
        @In(value = "10*6", min = "0") BigDecimal harvestedCells,
        @In(value = "1", min = "0", max = "100") int passages,
        @Nullable Ref<Document> batchRecord,
        List<Place> vials)
        implements Act {

    /** A vial and where it stands in the tank: rack, box, place. */
    public record Place(
            @Text(max = 60) String id,

            @Text(max = 60, pattern = "[A-Za-z0-9]+(-[A-Za-z0-9]+){1,3}")
            String position) {}

    @Override
    public Effects effects(Occasion occasion) {
        CellBank.Preparation made = new CellBank.Preparation(
                area, started, finished, occasion.performer(), seededCells, harvestedCells, passages, batchRecord);
        List<CellBank.Vial> filled = vials.stream()
                .map(v -> new CellBank.Vial(v.id(), tank, v.position(), true))
                .toList();
        Map<String, String> taken = new LinkedHashMap<>();
        vials.forEach(v -> taken.put(v.position(), v.id()));
        return Effects.on(bank, b -> b.frozen(made, filled, materials)).andOn(tank, t -> t.occupied(taken));
    }
}
