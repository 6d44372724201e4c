package org.opencgt.process;

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
import org.opencgt.subject.ProcessMonitoring;

/**
 * The trends over all lots are reviewed: consistency between lots, capability, materials.
 *
 * @param improvements attributes whose ranges or process are to be changed by a change record
 * @param materials whose effect on the product was looked at
 */
@ActType(
        value = "process.review",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record ReviewProcess(
        @Concerns Ref<ProcessMonitoring> monitoring,
        LocalDate from,
        LocalDate to,
        List<String> improvements,
        List<String> materials,
        @Text(max = 2000, lines = true) String conclusion,
        LocalDate nextReview)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                monitoring,
                m -> m.reviewed(new ProcessMonitoring.Review(
                        from, to, improvements, materials, conclusion, m.lots().size(), occasion.performedAt())));
    }
}
