package org.opencgt.clinic;

import java.math.BigDecimal;
import java.util.ArrayList;
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
import org.opencgt.subject.Unit;

/**
 * The product is looked at after thaw, or before use where it is fresh; with any yes it is rejected (CA-8.2.4f).
 *
 * @param viability measured after thaw, where the maker asks for it
 */
@ActType(
        value = "clinic.check-appearance",
        by = {Role.CELL_LABORATORY, Role.NURSE, Role.PHARMACIST})
public record CheckAppearance(
        @Concerns Ref<Unit> unit,
        boolean cloudy,
        boolean precipitate,
        boolean leaking,
        boolean otherAbnormality,
        @Nullable @In(value = "%", min = "0", max = "100") BigDecimal viability,
        @Nullable @Text(max = 2000, lines = true) String remarks)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        List<String> found = new ArrayList<>();
        if (cloudy) {
            found.add("cloudy");
        }
        if (precipitate) {
            found.add("precipitate");
        }
        if (leaking) {
            found.add("leaking");
        }
        if (otherAbnormality) {
            found.add("other");
        }
        boolean normal = found.isEmpty();
        Unit.Appearance appearance = new Unit.Appearance(occasion.performedAt(), normal, List.copyOf(found));
        return Effects.on(
                unit,
                u -> u.with(b -> {
                    b.appearance(appearance).status(normal ? Unit.Status.PREPARED : Unit.Status.REJECTED);
                    Unit.Thawing t = u.thawing();
                    if (t != null) {
                        b.thawing(new Unit.Thawing(
                                t.started(),
                                t.finished(),
                                t.temperature(),
                                t.device(),
                                t.area(),
                                t.interrupted(),
                                normal,
                                viability != null));
                    }
                }));
    }
}
