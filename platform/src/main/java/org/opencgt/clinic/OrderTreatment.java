package org.opencgt.clinic;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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
import org.opencgt.subject.Order;
import org.opencgt.subject.OrderBuilder;
import org.opencgt.subject.Product;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.Site;

/**
 * A doctor orders a product for a recipient; a second person checks the order.
 *
 * @param quantity number of units
 * @param dose cells by which the product is dosed
 * @param route as the product's instructions name it
 * @param conditioning medicines before the infusion
 * @param conditioningFrom earliest planned start of the conditioning (CA-9.2.1d)
 * @param conditioningTo latest planned start
 * @param contraindicationDecision the doctor's reason to treat in spite of a contraindication
 * @param age of the patient in years on the day of the order
 */
@ActType(
        value = "clinic.order",
        by = {Role.DOCTOR},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.DOCTOR, Role.PHARMACIST})
public record OrderTreatment(
        @Makes Ref<Order> order,
        @Concerns Ref<Recipient> recipient,
        Ref<Product> product,
        Ref<Site> site,
        @In(value = "1", min = "1", max = "50") int quantity,
        @In(value = "10*6", min = "0") BigDecimal dose,
        @Text(max = 60) String route,
        @Nullable Instant plannedInfusion,
        List<Order.Medicine> conditioning,
        @Nullable Instant conditioningFrom,
        @Nullable Instant conditioningTo,
        @Nullable @Text(max = 2000, lines = true) String contraindicationDecision,
        @Nullable @In(value = "a", min = "0", max = "130") BigDecimal age)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                        order,
                        OrderBuilder.builder()
                                .recipient(recipient)
                                .product(product)
                                .site(site)
                                .status(Order.Status.ORDERED)
                                .orderedBy(occasion.performer())
                                .quantity(quantity)
                                .dose(dose)
                                .route(route)
                                .plannedInfusion(plannedInfusion)
                                .plannedConditioning(conditioning)
                                .conditioningFrom(conditioningFrom)
                                .conditioningTo(conditioningTo)
                                .allocated(List.of())
                                .infused(List.of())
                                .observations(List.of())
                                .reactions(List.of())
                                .days(List.of())
                                .visits(List.of())
                                .events(List.of())
                                .build())
                .andOn(recipient, r -> r.withCourse(order));
    }
}
