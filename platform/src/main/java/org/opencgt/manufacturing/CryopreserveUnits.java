package org.opencgt.manufacturing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.opencgt.subject.Batch;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Unit;

/**
 * The filled containers are frozen in a controlled-rate freezer and put into vapour-phase storage.
 *
 * @param units all containers of the run
 * @param tank in which they are stored
 * @param exposure from the addition of the cryoprotectant to the start of cooling
 * @param coolingRate mean rate down to −40 °C
 * @param endTemperature at transfer to the tank
 * @param runRecord number of the freezer's record with the cooling curve
 * @param position in the tank
 */
@ActType(
        value = "manufacturing.cryopreserve",
        by = {Role.MANUFACTURING_OPERATOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.MANUFACTURING_OPERATOR, Role.QUALITY})
public record CryopreserveUnits(
        @Concerns Ref<Batch> batch,
        @Concerns List<Ref<Unit>> units,
        @Concerns Ref<Equipment> freezer,
        @Concerns Ref<Equipment> tank,
        @Text(max = 40) String scannedChainOfIdentity,
        Instant started,
        Instant finished,
        String program,
        @In(value = "min", min = "0", max = "1000") BigDecimal exposure,
        @In(value = "Cel/min", min = "0", max = "50") BigDecimal coolingRate,
        @In(value = "Cel", min = "-200", max = "0") BigDecimal endTemperature,
        @Text(max = 60) String runRecord,
        @Text(max = 60) String position)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        Batch.Step done = new Batch.Step(
                started,
                finished,
                occasion.performer(),
                freezer,
                null,
                null,
                Map.of(
                        "cryoprotectant_exposure", exposure,
                        "cooling_rate", coolingRate,
                        "freezing_end_temperature", endTemperature));
        return Effects.on(batch, b -> b.stepped(Batch.Stage.CRYOPRESERVED, "cryopreservation", done))
                .andOnEach(units, u -> u.with(b -> b.status(Unit.Status.STORED).position(position)));
    }
}
