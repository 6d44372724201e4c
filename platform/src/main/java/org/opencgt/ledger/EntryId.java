package org.opencgt.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Identifiers of entries: UUID version 7 (RFC 9562, section 5.7), so that their text sorts by the time of making. */
public final class EntryId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private EntryId() {}

    /** A new identifier; 74 of its bits are random. */
    public static String at(Instant time) {
        long high = time.toEpochMilli() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        long low = RANDOM.nextLong() >>> 2 | 1L << 63;
        return new UUID(high, low).toString();
    }
}
