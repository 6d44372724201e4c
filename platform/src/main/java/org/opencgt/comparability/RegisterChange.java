package org.opencgt.comparability;

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
import org.opencgt.subject.Batch;
import org.opencgt.subject.ProcessChange;
import org.opencgt.subject.Product;

/**
 * A change of a product’s process is proposed.
 *
 * @param versionBefore of the process
 */
@ActType(
        value = "comparability.register-change",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record RegisterChange(
        @Makes Ref<ProcessChange> change,
        @Concerns Ref<Product> product,
        @Text(max = 200) String title,
        @Text(max = 2000, lines = true) String description,
        @Text(max = 20) String versionBefore,
        @Text(max = 20) String versionAfter,
        List<ProcessChange.Category> categories,
        List<Batch.ProcessStep> steps,
        List<String> attributes)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        change,
                        new ProcessChange(
                                product,
                                title,
                                description,
                                versionBefore,
                                versionAfter,
                                categories,
                                steps,
                                attributes,
                                ProcessChange.Status.PLANNED,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(),
                                null))
                .andOn(product, p -> p.changing(change));
    }
}
