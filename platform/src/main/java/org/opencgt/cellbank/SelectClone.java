package org.opencgt.cellbank;

import java.math.BigDecimal;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.CellLine;
import org.opencgt.subject.Document;

/**
 * A single-cell clone of a line is chosen and named.
 *
 * @param probability that it stems from one cell
 */
@ActType(
        value = "cellbank.select-clone",
        by = {Role.MANUFACTURING_OPERATOR, Role.QUALITY_CONTROL_ANALYST},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.MANUFACTURING_OPERATOR, Role.QUALITY_CONTROL_ANALYST, Role.QUALITY})
public record SelectClone(
        @Concerns Ref<CellLine> line,
        @Text(max = 60) String name,
        CellLine.CloningMethod method,
        @In(value = "%", min = "0", max = "100") BigDecimal probability,
        Ref<Document> evidence)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                line, l -> l.cloned(new CellLine.Clone(name, method, probability, evidence, occasion.performedAt())));
    }
}
