package org.opencgt.cellbank;

import java.time.LocalDate;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Banking;
import org.opencgt.subject.CellLine;

/**
 * Whether a line suits a stage of development, and until when.
 *
 * @param until last day on which the qualification counts
 */
@ActType(
        value = "cellbank.qualify-line",
        by = {Role.QUALITY},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALIFIED_PERSON, Role.QUALITY})
public record QualifyLine(
        @Concerns Ref<CellLine> line,
        Banking.Stage stage,
        boolean qualified,
        LocalDate until,
        @Text(max = 1000, lines = true) String conclusion)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(line, l -> l.qualified(new CellLine.Qualification(stage, qualified, until, conclusion)));
    }
}
