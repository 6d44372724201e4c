package org.opencgt.identity;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.opencgt.act.Fault;
import org.opencgt.act.Ref;

/** What a scanner read, or a person typed in its place. */
public sealed interface Scan {

    /** One of our own subjects. */
    record OfSubject(Ref<?> ref) implements Scan {}

    /** @param flags two characters; {@code 00} where none were read */
    record OfDonation(DonationNumber number, String flags) implements Scan {}

    record OfProduct(ProductCode code) implements Scan {}

    record OfChain(ChainOfIdentity chain) implements Scan {}

    record OfEuropeanCode(SingleEuropeanCode code) implements Scan {}

    /** A day, and a time where one was read. */
    record OfTime(Event event, LocalDate date, Optional<LocalTime> time) implements Scan {

        public enum Event {
            EXPIRY,
            COLLECTION,
            PRODUCTION
        }
    }

    /**
     * A trade item after GS1.
     *
     * @param gtin 14 digits
     * @param expires for a date without a day, the last of the month
     */
    record OfTradeItem(
            Optional<String> gtin, Optional<String> lot, Optional<LocalDate> expires, Optional<String> serial)
            implements Scan {}

    /** Several pieces in one symbol, in the order in which they stand. */
    record Several(List<Scan> parts) implements Scan {

        public Several {
            parts = List.copyOf(parts);
        }
    }

    /** What it was meant as is clear, but it is wrong: a misread, a tampered label, a typing error. */
    record Refused(String text, Fault fault) implements Scan {}

    /** Nothing that we know. */
    record Unknown(String text) implements Scan {}
}
