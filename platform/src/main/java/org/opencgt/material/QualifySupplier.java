package org.opencgt.material;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Material;

/** A supplier of a material is assessed and audited. */
@ActType(
        value = "material.qualify-supplier",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record QualifySupplier(@Concerns Ref<Material> material, Material.Supply supply) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(material, m -> m.supplied(supply));
    }
}
