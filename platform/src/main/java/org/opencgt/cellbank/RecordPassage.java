package org.opencgt.cellbank;

import java.math.BigDecimal;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.PassageStudy;

/** What was found at one passage of a study. Repeated for a passage, it replaces what stood there. */
@ActType(
        value = "cellbank.record-passage",
        by = {Role.QUALITY_CONTROL_ANALYST})
public record RecordPassage(
        @Concerns Ref<PassageStudy> study,
        @In(value = "1", min = "0", max = "200") int passage,
        @In(value = "1", min = "0", max = "500") BigDecimal doublings,
        List<PassageStudy.Reading> readings)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.passed(new PassageStudy.Passage(passage, doublings, readings)));
    }
}
