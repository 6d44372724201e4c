package org.opencgt.subject;

import java.time.LocalDate;
import java.util.List;
import org.opencgt.act.Ref;

/**
 * A site was found fit to prepare a product (CD-3c, CD-5a, CD-5.1a).
 *
 * @param findings what was looked at, each with the document that proves it
 * @param gmpPrinciples the GMP checklist was answered in full, without an open point
 */
public record PreparationQualification(
        Ref<Product> product,
        List<Finding> findings,
        boolean gmpPrinciples,
        LocalDate validFrom,
        LocalDate validUntil) {

    public record Finding(Aspect aspect, Ref<Document> evidence) {}

    public enum Aspect {
        PREMISES,
        FACILITIES,
        EQUIPMENT,
        PERSONNEL,
        QUALITY_SYSTEM
    }
}
