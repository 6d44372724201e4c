package org.opencgt.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A version of a pack, the time in which it counts and the products that it is about.
 *
 * @param effective its first day, from midnight UTC
 * @param replaced the first day of the version that follows it; null where none does
 * @param attaches condition over {@code product}
 */
public record PackInForce(
        String id,
        String version,
        LocalDate effective,
        @Nullable LocalDate replaced,
        Expression attaches) {

    /** Whether an act of that time is judged by this version. */
    public boolean countsAt(Instant time) {
        return !time.isBefore(begins())
                && (replaced == null
                        || time.isBefore(replaced.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /** The first moment of its first day. */
    public Instant begins() {
        return effective.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
