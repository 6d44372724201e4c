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

/** What is known of a line, aspect by aspect, with the document that shows it. A later finding about an aspect replaces the earlier one. */
@ActType(
        value = "cellbank.trace-line",
        by = {Role.QUALITY},
        signed = {Meaning.REVIEWED})
public record TraceLine(@Concerns Ref<CellLine> line, List<CellLine.Provenance> provenance) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(line, l -> {
            CellLine next = l;
            for (CellLine.Provenance known : provenance) {
                next = next.described(known);
            }
            return next;
        });
    }
}
