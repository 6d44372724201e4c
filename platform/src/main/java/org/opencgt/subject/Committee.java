package org.opencgt.subject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A standing committee of an institution.
 *
 * @param number under which the authority keeps it on record
 * @param validUntil last day on which that counts; absent: until withdrawn
 */
public record Committee(
        Kind kind,
        String name,
        String number,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    public enum Kind {
        ACADEMIC,
        ETHICS
    }
}
