package org.opencgt.manufacturing;

import java.math.BigDecimal;
import java.time.Instant;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Area;
import org.opencgt.subject.Batch;

/**
 * The room is monitored while a batch is open to it.
 *
 * @param particlesHalfMicron of 0.5 micrometres and more
 * @param particlesFiveMicron of 5 micrometres and more
 * @param settledMicrobes on a plate of 90 mm in four hours
 */
@ActType(
        value = "manufacturing.record-environment",
        by = {Role.MANUFACTURING_OPERATOR, Role.QUALITY_CONTROL_ANALYST})
public record RecordEnvironment(
        @Concerns Ref<Batch> batch,
        @Concerns Ref<Area> area,
        Instant sampled,
        @In(value = "/m3", min = "0", max = "1000000000") BigDecimal particlesHalfMicron,
        @In(value = "/m3", min = "0", max = "1000000000") BigDecimal particlesFiveMicron,
        @In(value = "{CFU}/m3", min = "0", max = "100000") BigDecimal airborneMicrobes,

        @In(value = "{CFU}/(4.h)", min = "0", max = "100000")
        BigDecimal settledMicrobes)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                batch,
                b -> b.monitored(new Batch.Environment(
                        sampled, area, particlesHalfMicron, particlesFiveMicron, airborneMicrobes, settledMicrobes)));
    }
}
