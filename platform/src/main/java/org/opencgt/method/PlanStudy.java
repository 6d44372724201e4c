package org.opencgt.method;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.MethodPlan;
import org.opencgt.subject.MethodStudy;
import org.opencgt.subject.Product;

/**
 * A study of an analytical method is planned, with its criteria.
 *
 * @param test that the method serves, as in the specification
 * @param referenceTest that the method serves with which it is compared
 */
@ActType(
        value = "method.plan-study",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.QUALITY, Role.STATISTICIAN})
public record PlanStudy(
        @Makes Ref<MethodStudy> study,
        @Concerns Ref<Product> product,
        @Text(max = 200) String title,
        MethodStudy.Purpose purpose,
        @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String test,
        @Text(max = 200) String method,

        @Nullable @Text(max = 40, pattern = "[a-z][a-z0-9_]*")
        String referenceTest,

        @Nullable @Text(max = 200) String referenceMethod,
        MethodPlan plan)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        study,
                        new MethodStudy(
                                product,
                                title,
                                purpose,
                                test,
                                method,
                                referenceTest,
                                referenceMethod,
                                plan,
                                null,
                                List.of(),
                                null))
                .andOn(product, p -> p.studying(study));
    }
}
