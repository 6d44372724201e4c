package org.opencgt.comparability;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Document;
import org.opencgt.subject.ProcessChange;

/**
 * A further study tells whether what is known of the product before the change holds after it.
 */
@ActType(
        value = "comparability.record-bridging",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record RecordBridging(
        @Concerns Ref<ProcessChange> change,
        ProcessChange.Bridging.Kind study,
        @Concerns Ref<Document> report,
        boolean bridges)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                change, c -> c.bridged(new ProcessChange.Bridging(study, report, bridges, occasion.performedAt())));
    }
}
