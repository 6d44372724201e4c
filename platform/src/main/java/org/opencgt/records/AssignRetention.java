package org.opencgt.records;

import java.time.LocalDate;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Subject;
import org.opencgt.subject.Retention;

/**
 * Records of one or more subjects get their time of keeping, which runs from the last use of the product or the end of the
 * therapy.
 *
 * @param covers whose records they are
 * @param legalBasis the law or rule that asks for it
 * @param clockStart the day from which the years run
 */
@ActType(
        value = "records.assign-retention",
        by = {Role.QUALITY, Role.STUDY_COORDINATOR, Role.ADMINISTRATOR, Role.RECEIVER, Role.PHARMACIST})
public record AssignRetention(
        @Makes Ref<Retention> retention,
        @Concerns List<Ref<? extends Subject>> covers,
        Retention.RecordClass recordClass,
        String legalBasis,
        LocalDate clockStart,
        @In(value = "a", min = "1", max = "200") int years)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                retention,
                new Retention(covers, recordClass, legalBasis, clockStart, years, clockStart.plusYears(years), null));
    }
}
