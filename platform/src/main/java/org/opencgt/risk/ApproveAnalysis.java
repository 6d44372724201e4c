package org.opencgt.risk;

import java.time.LocalDate;
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

/**
 * The comprehensive risk analysis of a product: every factor with what may go wrong, what studies must show and how it is
 * handled, or why it does not matter.
 *
 * @param riskClass of the product, on which the control strategy rests
 */
@ActType(
        value = "risk.approve-analysis",
        by = {Role.QUALITY},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALIFIED_PERSON})
public record ApproveAnalysis(
        @Concerns Ref<Product> product,
        @Text(max = 20) String version,
        List<Product.FactorAssessment> factors,
        Product.@Nullable RiskClass riskClass,
        LocalDate approved,
        LocalDate reviewDue)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                product,
                p -> p.withRiskAnalysis(new Product.RiskAnalysis(version, factors, riskClass, approved, reviewDue)));
    }
}
