package org.opencgt.biosafety;

import java.time.LocalDate;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Document;
import org.opencgt.subject.EnvironmentalAssessment;

/** A measure against environmental risk is in place. */
@ActType(
        value = "biosafety.implement-measure",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.VERIFIED})
public record ImplementMeasure(
        @Concerns Ref<EnvironmentalAssessment> assessment,
        EnvironmentalAssessment.MeasureKind kind,
        Ref<Document> evidence,
        LocalDate on)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(assessment, a -> a.implemented(kind, evidence, on));
    }
}
