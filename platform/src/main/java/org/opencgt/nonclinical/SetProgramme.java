package org.opencgt.nonclinical;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Product;
import org.opencgt.subject.ProductNonclinical;

/** What is studied of a product in animals, and why not more. */
@ActType(
        value = "nonclinical.set-programme",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record SetProgramme(@Concerns Ref<Product> product, ProductNonclinical.Programme programme) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.studiedInAnimals(programme));
    }
}
