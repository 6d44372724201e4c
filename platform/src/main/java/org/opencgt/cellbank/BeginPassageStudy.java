package org.opencgt.cellbank;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.CellLine;
import org.opencgt.subject.PassageStudy;
import org.opencgt.subject.PassageStudyBuilder;
import org.opencgt.subject.Product;

/**
 * A study of passages begins: which cells, under which conditions, and what each item must meet.
 *
 * @param parameters conditions by the names of the product's process limits
 * @param justifications why a condition differs from the process, by its name
 * @param omissions items that are left out, each with its reason
 */
@ActType(
        value = "cellbank.begin-passage-study",
        by = {Role.QUALITY, Role.QUALITY_CONTROL_ANALYST})
public record BeginPassageStudy(
        @Makes Ref<PassageStudy> study,
        @Concerns Ref<Product> product,
        @Nullable Ref<CellLine> line,
        String title,
        PassageStudy.Material material,
        String medium,
        String vessel,
        Map<String, BigDecimal> parameters,
        Map<String, String> justifications,
        Map<String, Product.Criterion> limits,
        Map<String, String> omissions)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                study,
                PassageStudyBuilder.builder()
                        .title(title)
                        .status(PassageStudy.Status.RUNNING)
                        .product(product)
                        .line(line)
                        .material(material)
                        .medium(medium)
                        .vessel(vessel)
                        .parameters(parameters)
                        .justifications(justifications)
                        .limits(limits)
                        .omissions(omissions)
                        .passages(List.of())
                        .trends(Map.of())
                        .build());
    }
}
