package org.opencgt.biosafety;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Area;

/** A tool or article leaves a room. */
@ActType(
        value = "biosafety.remove-item",
        by = {Role.MANUFACTURING_OPERATOR, Role.QUALITY_CONTROL_ANALYST, Role.CELL_LABORATORY})
public record RemoveItem(
        @Concerns Ref<Area> area,
        @Text(max = 100) String item,
        @Text(max = 200) String destination) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(area, a -> a.removed(item));
    }
}
