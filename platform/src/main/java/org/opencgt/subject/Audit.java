package org.opencgt.subject;

import java.time.LocalDate;
import java.util.List;
import org.opencgt.act.Ref;

/**
 * An audit that a site holds: of another party, or of itself where {@code audited} is the site.
 *
 * @param covered what was looked at and found to meet the requirements
 * @param due day of the next one
 */
public record Audit(
        Ref<Site> audited,
        Kind kind,
        LocalDate held,
        List<Aspect> covered,
        Outcome outcome,
        Ref<Document> report,
        LocalDate due) {

    public enum Kind {
        INTERNAL,
        SUPPLIER,
        CONTRACT_MANUFACTURER,
        TESTING_LABORATORY,
        PRODUCT_PARTNER
    }

    public enum Aspect {
        QUALIFICATION,
        FACILITIES,
        TECHNICAL_LEVEL,
        PERSONNEL,
        QUALITY_SYSTEM
    }

    public enum Outcome {
        APPROVED,
        REJECTED
    }
}
