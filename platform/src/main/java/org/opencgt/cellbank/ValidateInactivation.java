package org.opencgt.cellbank;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.CellLine;

/** The way in which feeder cells are made unable to divide is validated between two doses. */
@ActType(
        value = "cellbank.validate-inactivation",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record ValidateInactivation(@Concerns Ref<CellLine> line, CellLine.Inactivation inactivation) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(line, l -> l.withInactivation(inactivation));
    }
}
