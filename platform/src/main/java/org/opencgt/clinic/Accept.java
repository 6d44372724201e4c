package org.opencgt.clinic;

import java.time.LocalDate;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Order;
import org.opencgt.subject.Shipment;
import org.opencgt.subject.Unit;

/**
 * The receiver signs the receipt record; from here on the unit may be stored and used (CA-8.1.1, CA-8.1.7).
 *
 * @param keepUntil until when the receipt record is kept
 * @param legalBasis the rule that says so
 */
@ActType(
        value = "clinic.accept",
        by = {Role.RECEIVER, Role.PHARMACIST})
public record Accept(
        @Concerns Ref<Unit> unit,
        @Concerns Ref<Order> order,
        @Concerns Ref<Shipment> shipment,
        LocalDate keepUntil,
        @Text(max = 200) String legalBasis)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                unit,
                u -> u.with(b -> b.status(Unit.Status.ACCEPTED)
                        .acceptance(new Unit.Acceptance(
                                occasion.performedAt(), occasion.performer(), keepUntil, legalBasis))));
    }
}
