package org.opencgt.organisation;

import java.time.LocalDate;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Site;
import org.opencgt.subject.Supervision;

/**
 * The leader of a cell therapy team looked at the programme over a period.
 */
@ActType(
        value = "organisation.record-supervision",
        by = {Role.DOCTOR},
        signed = {Meaning.REVIEWED})
public record RecordSupervision(
        @Concerns Ref<Site> site,
        LocalDate from,
        LocalDate to,
        List<Supervision.Topic> topics,
        @Text(max = 2000, lines = true) String conclusion)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(site, s -> s.supervised(new Supervision(from, to, topics, conclusion, occasion.performer())));
    }
}
