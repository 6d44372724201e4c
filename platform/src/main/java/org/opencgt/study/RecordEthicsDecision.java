package org.opencgt.study;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;

/**
 * The ethics committee of a site decided about a product there.
 *
 * @param number of the decision
 * @param validUntil last day on which an approval counts; absent: until withdrawn
 * @param protocolVersion of the study that was before the committee; absent where the decision is not about a study
 */
@ActType(
        value = "study.record-ethics-decision",
        by = {Role.ETHICS, Role.STUDY_COORDINATOR, Role.QUALITY})
public record RecordEthicsDecision(
        @Concerns Ref<Site> site,
        @Concerns Ref<Product> product,
        String number,
        boolean approved,
        LocalDate decided,
        @Nullable LocalDate validUntil,
        @Text(max = 20) @Nullable String protocolVersion)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                site,
                s -> s.decided(
                        new Site.EthicsDecision(product, number, approved, decided, validUntil, protocolVersion)));
    }
}
