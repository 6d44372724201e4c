package org.opencgt.organisation;

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
import org.opencgt.subject.Nonconformity;
import org.opencgt.subject.Site;

/**
 * An institution on a maker's list did not keep to procedure.
 *
 * @param number under which the maker keeps it
 * @param due by when corrective and preventive action must be taken
 */
@ActType(
        value = "organisation.record-nonconformity",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.PERFORMED})
public record RecordNonconformity(
        @Concerns Ref<Site> maker,
        @Concerns Ref<Site> institution,
        @Text(max = 40) String number,
        @Text(max = 2000, lines = true) String description,
        boolean mayHarmPatients,
        LocalDate due)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                maker,
                m -> m.nonconforming(
                        new Nonconformity(institution, number, description, mayHarmPatients, due, null, null, null)));
    }
}
