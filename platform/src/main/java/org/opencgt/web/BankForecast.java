package org.opencgt.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.opencgt.subject.Banking;

/**
 * When a bank's vials run short, if they go on leaving at the mean rate since the bank was frozen.
 *
 * @param remaining vials that are stored
 * @param withdrawn vials taken since
 * @param days since the bank was frozen, at least one
 * @param reserve vials that the plans need while a replacement bank is made (SC-3.7.2b); null where the product has no plan
 */
record BankForecast(
        int remaining, int withdrawn, long days, @Nullable Integer reserve) {

    private static final double YEAR = 365;

    /** Further ahead nothing can be said from a rate. */
    private static final double FURTHEST_DAYS = 50 * YEAR;

    static BankForecast of(int remaining, int withdrawn, Instant since, Instant now, @Nullable Banking banking) {
        return new BankForecast(
                remaining,
                withdrawn,
                Math.max(1, Duration.between(since, now).toDays()),
                banking == null ? null : reserve(banking));
    }

    /** Batches a year times vials a batch over the lead time of a replacement, rounded up. */
    static int reserve(Banking banking) {
        return (int)
                Math.ceil(banking.leadTimeDays() * (double) banking.batchesPerYear() * banking.vialsPerBatch() / YEAR);
    }

    /** Whether there are no more vials than the reserve. */
    boolean reserveReached() {
        return reserve != null && remaining <= reserve;
    }

    /** When the reserve is reached; null where there is none, it is reached already, or nothing was withdrawn. */
    @Nullable
    Instant reserveAt(Instant now) {
        return reserve == null || reserveReached() ? null : after(remaining - reserve, now);
    }

    /** When the last vial is gone; null where none is left, or nothing was withdrawn. */
    @Nullable
    Instant exhaustedAt(Instant now) {
        return remaining == 0 ? null : after(remaining, now);
    }

    /** Vials in a year at this rate. */
    double perYear() {
        return withdrawn * YEAR / days;
    }

    private @Nullable Instant after(int vials, Instant now) {
        double ahead = withdrawn == 0 ? Double.POSITIVE_INFINITY : vials * (double) days / withdrawn;
        return ahead > FURTHEST_DAYS ? null : now.plus((long) Math.floor(ahead), ChronoUnit.DAYS);
    }
}
