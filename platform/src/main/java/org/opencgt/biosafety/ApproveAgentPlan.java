package org.opencgt.biosafety;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Makes;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.AgentPlan;
import org.opencgt.subject.Product;

/**
 * The plan against adventitious agents of a product is approved. It replaces the earlier plan.
 *
 * @param exposedRecipients recipients whom one contaminated bank or batch could reach; of allogeneic products
 * @param unplaced classes of viruses that are tested at no stage, each with its reason
 * @param noNonspecific why no non-specific method is used
 */
@ActType(
        value = "biosafety.approve-agent-plan",
        by = {Role.QUALITY},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record ApproveAgentPlan(
        @Makes Ref<AgentPlan> plan,
        @Concerns Ref<Product> product,
        @Text(max = 20) String version,
        @Nullable @In(value = "1", min = "0") Integer exposedRecipients,
        List<AgentPlan.Control> controls,
        List<AgentPlan.Agent> agents,
        Map<String, String> unplaced,
        List<AgentPlan.Material> materials,
        List<AgentPlan.Clearance> clearance,
        List<AgentPlan.Microbial> microbial,
        @Text(max = 500) @Nullable String noNonspecific,
        @Text(max = 1000, lines = true) @Nullable String reversion,
        @Text(max = 2000, lines = true) String evaluation,
        LocalDate approved,
        LocalDate reviewDue)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        plan,
                        new AgentPlan(
                                product,
                                version,
                                exposedRecipients,
                                controls,
                                agents,
                                unplaced,
                                materials,
                                clearance.stream()
                                        .map(AgentPlan.Clearance::computed)
                                        .toList(),
                                microbial,
                                noNonspecific,
                                reversion,
                                evaluation,
                                approved,
                                reviewDue))
                .andOn(product, p -> p.secured(s -> s.withAgentPlan(plan)));
    }
}
