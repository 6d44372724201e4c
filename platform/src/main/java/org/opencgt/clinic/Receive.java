package org.opencgt.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.opencgt.subject.Order;
import org.opencgt.subject.Product;
import org.opencgt.subject.Unit;

/**
 * The receiver reads the unit and its papers, before any judgement (CA-8.1.3). What differs from the unit's own record puts it
 * on hold by itself; what differs from the order stops the acceptance.
 *
 * @param productName as on the label
 * @param batchNumber as on the label
 * @param quantity units of the batch in this delivery
 * @param form as seen
 * @param expires as on the label
 * @param documents that came along, one word a kind
 * @param documentsMatch whether each names this product and batch
 */
@ActType(
        value = "clinic.receive",
        by = {Role.RECEIVER})
public record Receive(
        @Concerns Ref<Unit> unit,
        @Concerns Ref<Order> order,
        @Text(max = 100) String productName,
        @Text(max = 40) String batchNumber,
        @In(value = "1", min = "0") int quantity,
        boolean labelComplete,
        boolean labelLegible,
        boolean labelUnaltered,
        Product.Form form,
        LocalDate expires,
        List<String> documents,
        boolean documentsMatch,
        @Nullable @Text(max = 64, pattern = "[0-9a-f]{64}") String photo)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                unit,
                u -> u.withReceipt(new Unit.Receipt(
                                occasion.performedAt(),
                                occasion.performer(),
                                order,
                                productName,
                                batchNumber,
                                quantity,
                                labelComplete,
                                labelLegible,
                                labelUnaltered,
                                form,
                                expires,
                                documents,
                                documentsMatch))
                        .held(occasion.performedAt(), "receipt", triggers(u, occasion)));
    }

    private List<String> triggers(Unit known, Occasion occasion) {
        List<String> found = new ArrayList<>();
        if (!labelComplete || !labelLegible || !labelUnaltered || !agrees(known)) {
            found.add(Trigger.LABEL.word());
        }
        if (known.label() != null && form != known.label().form()) {
            found.add(Trigger.FORM.word());
        }
        if (!documentsMatch) {
            found.add(Trigger.DOCUMENTS.word());
        }
        if (occasion.performedAt().isAfter(endOf(known.expires()))) {
            found.add(Trigger.EXPIRED.word());
        }
        return found;
    }

    /** Whether the label says what the unit's own record says. */
    private boolean agrees(Unit known) {
        Unit.Label label = known.label();
        return expires.equals(known.expires())
                && (label == null
                        || productName.equals(label.productName()) && batchNumber.equals(label.batchNumber()));
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    }
}
