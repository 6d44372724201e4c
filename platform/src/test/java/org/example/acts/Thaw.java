package org.example.acts;

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
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Unit;

/** A unit is thawed. */
@ActType(value = "example.thaw", by = Role.NURSE)
public record Thaw(
        @Concerns Ref<Unit> unit,
        @Concerns @Nullable Ref<Equipment> thawer,
        @In("Cel") BigDecimal temperature,
        Instant started,
        Instant finished,
        int bags,
        List<Reading> readings,
        @Nullable String remark)
        implements Act {

    /** One value of the thermometer. */
    public record Reading(Instant at, @Nullable @In("Cel") BigDecimal value) {}

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(unit, u -> u.withStatus(Unit.Status.THAWED));
    }
}
