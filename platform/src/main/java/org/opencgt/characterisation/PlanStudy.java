package org.opencgt.characterisation;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.CharacterisationStudy;
import org.opencgt.subject.Document;
import org.opencgt.subject.Product;

/**
 * A study of a process or of its cells is planned, with its criteria.
 */
@ActType(
        value = "characterisation.plan-study",
        by = {Role.QUALITY, Role.STATISTICIAN})
public record PlanStudy(
        @Makes Ref<CharacterisationStudy> study,
        @Concerns Ref<Product> product,
        @Text(max = 200) String title,
        CharacterisationStudy.Kind kind,
        @Text(max = 20) String processVersion,
        @Concerns Ref<Document> protocol,
        List<CharacterisationStudy.Criterion> criteria)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        study,
                        new CharacterisationStudy(
                                product, title, kind, processVersion, protocol, criteria, null, List.of(), null))
                .andOn(product, p -> p.characterising(study));
    }
}
