package org.opencgt.donor;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Site;

/** A copy of the collection record goes to the maker, in the agreed format. */
@ActType(
        value = "donor.send-collection-record",
        by = {Role.APHERESIS_NURSE, Role.DOCTOR})
public record SendCollectionRecord(@Concerns Ref<Collection> collection, Ref<Site> to, String formatVersion)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                collection,
                c -> c.withRecordSent(new Collection.RecordCopy(occasion.performedAt(), to, formatVersion)));
    }
}
