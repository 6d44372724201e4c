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

/** Quality refuses the collected cells as starting material. */
@ActType(
        value = "manufacturing.reject-collection",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record RejectCollection(
        @Concerns Ref<Collection> collection,
        @Text(max = 1000, lines = true) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                collection,
                c -> c.with(b -> b.status(Collection.Status.REJECTED).rejected(reason)));
    }
}
