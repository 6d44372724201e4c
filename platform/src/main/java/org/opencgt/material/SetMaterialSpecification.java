package org.opencgt.material;

import java.util.Map;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Material;
import org.opencgt.subject.Product;

/**
 * The specification of a material; each lot is tested by it.
 *
 * @param criteria by name of the test
 */
@ActType(
        value = "material.set-specification",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record SetMaterialSpecification(
        @Concerns Ref<Material> material, @Text(max = 20) String version, Map<String, Product.Criterion> criteria)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                material, m -> m.with(b -> b.specificationVersion(version).specification(criteria)));
    }
}
