package org.opencgt.subject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Text;

/** A national body that an institution hosts, and the disease field in which it works (CD-4.2.6b). */
public record Designation(
        Body body,
        @Text(max = 100) String diseaseField,
        String number,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    public enum Body {
        NATIONAL_MEDICAL_CENTRE,
        NATIONAL_CLINICAL_RESEARCH_CENTRE,
        NATIONAL_KEY_LABORATORY,
        NATIONAL_KEY_CLINICAL_SPECIALTY
    }
}
