package org.example.acts;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.subject.Donor;

/** A donor is screened: an act that leads to no product. */
@ActType("example.screen")
public record Screen(@Concerns Ref<Donor> donor, boolean reactive) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.none();
    }
}
