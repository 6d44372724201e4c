package org.opencgt.product;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.DevelopmentStage;
import org.opencgt.subject.Product;

/**
 * The development of a product goes to its next stage.
 *
 * @param reviewEvery how often the development is looked at while trials run; absent where none does
 */
@ActType(
        value = "product.advance-stage",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record AdvanceStage(
        @Concerns Ref<Product> product,
        DevelopmentStage stage,
        @Nullable Duration reviewEvery,
        @Text(max = 1000, lines = true) String statement)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.withStage(stage));
    }
}
