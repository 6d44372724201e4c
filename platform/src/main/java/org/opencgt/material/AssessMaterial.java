package org.opencgt.material;

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

/** A report about a material is weighed; a later one of its kind takes its place. */
@ActType(
        value = "material.assess",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record AssessMaterial(@Concerns Ref<Material> material, List<Material.Assessment> assessments) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(material, m -> {
            Material next = m;
            for (Material.Assessment assessment : assessments) {
                next = next.assessed(assessment);
            }
            return next;
        });
    }
}
