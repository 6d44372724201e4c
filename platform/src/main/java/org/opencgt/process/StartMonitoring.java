package org.opencgt.process;

import java.time.LocalDate;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.MonitoringPlan;
import org.opencgt.subject.ProcessMonitoring;
import org.opencgt.subject.Product;

/** The lots of a product are followed from now on: attributes, charts, rules, baseline. */
@ActType(
        value = "process.start-monitoring",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record StartMonitoring(
        @Makes Ref<ProcessMonitoring> monitoring,
        @Concerns Ref<Product> product,
        @Text(max = 200) String title,
        MonitoringPlan plan,
        LocalDate nextReview)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        monitoring, new ProcessMonitoring(product, title, plan, List.of(), List.of(), null, List.of()))
                .andOn(product, p -> p.withProcessMonitoring(monitoring));
    }
}
