package org.opencgt.clinic;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Unit;

/** A thaw was interrupted, left its range or was done roughly: the unit goes on hold (CA-8.2.4b, c, e). */
@ActType(
        value = "clinic.fail-thaw",
        by = {Role.CELL_LABORATORY, Role.NURSE, Role.PHARMACIST})
public record FailThaw(
        @Concerns Ref<Unit> unit,
        @Concerns Ref<Equipment> device,

        @Nullable @In(value = "Cel", min = "-50", max = "100")
        BigDecimal temperature,

        Instant started,
        Instant stopped,
        @Text(max = 2000, lines = true) String reason)
        implements Act {

    public FailThaw {
        if (stopped.isBefore(started)) {
            throw new IllegalArgumentException("stopped lies before started");
        }
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                unit,
                u -> u.with(b -> b.freezeThawCount(u.freezeThawCount() + 1)
                                .failedThaw(new Unit.FailedThaw(started, stopped, reason)))
                        .held(occasion.performedAt(), reason, List.of(Trigger.THAW.word())));
    }
}
