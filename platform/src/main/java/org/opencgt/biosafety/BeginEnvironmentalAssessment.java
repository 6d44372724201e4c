package org.opencgt.biosafety;

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
import org.opencgt.act.Text;
import org.opencgt.subject.Area;
import org.opencgt.subject.Document;
import org.opencgt.subject.EnvironmentalAssessment;
import org.opencgt.subject.EnvironmentalAssessmentBuilder;
import org.opencgt.subject.Product;

/**
 * The environmental risk assessment of a product begins, or is found not to be needed.
 *
 * @param exemption why none is made
 * @param exposed people who are exposed and are not patients
 * @param environment that may be affected
 * @param quantity how much of the product is made and used
 * @param requiredAreas kinds of rooms that use of the product needs
 * @param absentAspects aspects that no hazard touches, each with its reason
 */
@ActType(
        value = "biosafety.begin-environmental-assessment",
        by = {Role.QUALITY})
public record BeginEnvironmentalAssessment(
        @Makes Ref<EnvironmentalAssessment> assessment,
        @Concerns Ref<Product> product,
        @Text(max = 1000, lines = true) @Nullable String exemption,
        @Text(max = 1000, lines = true) String exposed,
        @Text(max = 1000, lines = true) String environment,
        String quantity,
        List<Ref<Document>> data,
        List<Area.Type> requiredAreas,
        EnvironmentalAssessment.@Nullable Vector vector,
        Map<String, String> absentAspects)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        assessment,
                        EnvironmentalAssessmentBuilder.builder()
                                .product(product)
                                .status(EnvironmentalAssessment.Status.OPEN)
                                .exemption(exemption)
                                .exposed(exposed)
                                .environment(environment)
                                .quantity(quantity)
                                .data(data)
                                .requiredAreas(requiredAreas)
                                .vector(vector)
                                .rows(List.of())
                                .absentAspects(absentAspects)
                                .operations(List.of())
                                .measures(List.of())
                                .confirmations(List.of())
                                .build())
                .andOn(product, p -> p.secured(s -> s.withEnvironment(assessment)));
    }
}
