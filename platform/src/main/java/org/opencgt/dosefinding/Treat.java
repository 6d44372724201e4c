package org.opencgt.dosefinding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.DoseEscalation;
import org.opencgt.subject.DosePlan;
import org.opencgt.subject.Order;
import org.opencgt.subject.Recipient;

/**
 * A patient was given the dose; the window of dose-limiting toxicity begins.
 *
 * @param order the order by which it was infused, where that is on this ledger: its record of the infusion must agree
 * @param finished end of the infusion
 * @param mode systemic or local (CP-3.2.4b)
 * @param site where it was given locally
 * @param fraction number of the fraction, where the dose is divided
 * @param lesionEnvironment what is known of the site of a local dose (CP-3.2.4e)
 */
@ActType(
        value = "dosefinding.treat",
        by = {Role.DOCTOR, Role.NURSE, Role.STUDY_COORDINATOR})
public record Treat(
        @Concerns Ref<DoseEscalation> escalation,
        @Concerns Ref<Recipient> recipient,
        @Concerns @Nullable Ref<Order> order,
        Instant finished,
        DosePlan.RouteMode mode,
        @Text(max = 60) String route,
        @Nullable @Text(max = 100) String site,
        @Nullable @In(value = "1", min = "1", max = "10") Integer fraction,
        @Nullable @Text(max = 500, lines = true) String lesionEnvironment)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                escalation,
                e -> e.treated(
                        recipient,
                        fraction,
                        new DoseEscalation.Administration(
                                finished, mode, route, site, lesionEnvironment, null, null, null)));
    }
}
