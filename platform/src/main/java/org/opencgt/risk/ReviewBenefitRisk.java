package org.opencgt.risk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
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
import org.opencgt.subject.Product;
import org.opencgt.subject.ProductRisks;

/**
 * The ethics committee reviews risk and benefit of a product for the people in the study. The class that is proposed is the
 * highest level of the inputs.
 *
 * @param confirmed the class that the committee settles on
 * @param changeReason why it is not the proposed one
 */
@ActType(
        value = "risk.review-benefit-risk",
        by = {Role.ETHICS},
        signed = {Meaning.REVIEWED})
public record ReviewBenefitRisk(
        @Concerns Ref<Product> product,
        List<ProductRisks.BenefitRisk.Input> inputs,
        ProductRisks.BenefitRisk.Level confirmed,
        @Text(max = 1000, lines = true) @Nullable String changeReason,
        ProductRisks.BenefitRisk.Benefit benefit,
        @Text(max = 1000, lines = true) String directBenefit,
        @Text(max = 1000, lines = true) String uncertainty,
        boolean individualRiskAcceptable,
        LocalDate reviewed)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        ProductRisks.BenefitRisk.Level proposed = inputs.stream()
                .map(ProductRisks.BenefitRisk.Input::level)
                .max(Comparator.naturalOrder())
                .orElse(ProductRisks.BenefitRisk.Level.HIGH);
        return Effects.on(
                product,
                p -> p.assessed(r -> r.withBenefitRisk(new ProductRisks.BenefitRisk(
                        inputs,
                        proposed,
                        confirmed,
                        changeReason,
                        benefit,
                        directBenefit,
                        uncertainty,
                        individualRiskAcceptable,
                        reviewed))));
    }
}
