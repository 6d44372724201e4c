package org.opencgt.manufacturing;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Area;

/**
 * The room is cleared, cleaned and disinfected, and a second person looks.
 *
 * @param materialsRemoved whether no material, sample or label of the batch before is left
 * @param documentsRemoved whether no paper or open record of the batch before is left
 */
@ActType(
        value = "manufacturing.clear-line",
        by = {Role.MANUFACTURING_OPERATOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.MANUFACTURING_OPERATOR, Role.QUALITY})
public record ClearLine(
        @Concerns Ref<Area> area,
        boolean materialsRemoved,
        boolean documentsRemoved,
        boolean cleaned,
        boolean disinfected,
        String disinfectant)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                area,
                a -> a.with(b -> b.clearance(new Area.Clearance(
                                occasion.performedAt(),
                                a.clearedFor(),
                                materialsRemoved,
                                documentsRemoved,
                                cleaned,
                                disinfected))
                        .clearedFor(null)));
    }
}
