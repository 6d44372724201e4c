package org.opencgt.material;

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
import org.opencgt.subject.Material;

/** The regions from which no serum or plasma of a kind may come, until the list is reviewed. */
@ActType(
        value = "material.set-epidemic-regions",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record SetEpidemicRegions(
        @Concerns Ref<Material> material, List<Material.EpidemicRegion> regions, LocalDate reviewDue, String authority)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                material, m -> m.withEpidemicRegions(new Material.EpidemicRegions(regions, reviewDue, authority)));
    }
}
