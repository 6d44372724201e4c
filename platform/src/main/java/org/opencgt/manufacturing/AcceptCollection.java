package org.opencgt.manufacturing;

import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Collection;

/**
 * Quality takes the collected cells as the starting material of a batch.
 *
 * @param outlierAssessment of cells that fall out of the trend of their source: what was found, and why they may be used
 */
@ActType(
        value = "manufacturing.accept-collection",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record AcceptCollection(
        @Concerns Ref<Collection> collection,
        @Text(max = 1000, lines = true) String conclusion,
        @Nullable @Text(max = 1000, lines = true) String outlierAssessment)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(collection, c -> c.withStatus(Collection.Status.ACCEPTED));
    }
}
