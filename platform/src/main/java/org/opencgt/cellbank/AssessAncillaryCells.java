package org.opencgt.cellbank;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.CellLine;

/** The hazards that ancillary cells bring into production, each with the tests and the control that answer it. */
@ActType(
        value = "cellbank.assess-ancillary-cells",
        by = {Role.QUALITY},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record AssessAncillaryCells(@Concerns Ref<CellLine> line, List<CellLine.Hazard> hazards) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(line, l -> l.withHazards(hazards));
    }
}
