package org.opencgt.characterisation;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.CharacterisationStudy;

/**
 * What was measured in the study.
 */
@ActType(
        value = "characterisation.record-observations",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.QUALITY},
        signed = {Meaning.PERFORMED})
public record RecordObservations(
        @Concerns Ref<CharacterisationStudy> study, List<CharacterisationStudy.Observation> observations)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.observed(observations));
    }
}
