package org.opencgt.manufacturing;

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

/** Quality takes the collected cells as the starting material of a batch. */
@ActType(
        value = "manufacturing.accept-collection",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record AcceptCollection(
        @Concerns Ref<Collection> collection,
        @Text(max = 1000, lines = true) String conclusion) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(collection, c -> c.withStatus(Collection.Status.ACCEPTED));
    }
}
