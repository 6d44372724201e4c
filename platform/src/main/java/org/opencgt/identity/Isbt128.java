package org.opencgt.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.opencgt.identity.Scan.OfTime.Event;

/**
 * ISBT 128 data structures that matter to a cell product, one or several in a symbol (concatenation or compound message). Of a
 * structure that is not among them the length is not known either, so a symbol that holds one is refused as a whole.
 */
final class Isbt128 {

    private static final int DATE = 6;
    private static final int DATE_TIME = 10;
    private static final int COMPOUND = 5;
    private static final int DONATION = 15;

    /** @param length of the content after the data identifier */
    private record Structure(int length, Function<String, Optional<Scan>> reading) {

        static Structure of(int length, Function<String, Scan> reading) {
            return new Structure(length, reading.andThen(Optional::of));
        }
    }

    private static final Map<String, Structure> STRUCTURES = Map.ofEntries(
            Map.entry("=<", Structure.of(8, Isbt128::product)),
            Map.entry("=>", Structure.of(DATE, content -> time(Event.EXPIRY, content))),
            Map.entry("&>", Structure.of(DATE_TIME, content -> time(Event.EXPIRY, content))),
            Map.entry("=*", Structure.of(DATE, content -> time(Event.COLLECTION, content))),
            Map.entry("&*", Structure.of(DATE_TIME, content -> time(Event.COLLECTION, content))),
            Map.entry("=}", Structure.of(DATE, content -> time(Event.PRODUCTION, content))),
            Map.entry("&}", Structure.of(DATE_TIME, content -> time(Event.PRODUCTION, content))),
            Map.entry("&,4", Structure.of(40, content -> new Scan.OfEuropeanCode(SingleEuropeanCode.read(content)))),
            Map.entry("&/", Structure.of(15, Isbt128::chain)),
            Map.entry("=+", new Structure(COMPOUND, content -> Optional.empty())));

    private Isbt128() {}

    /** @throws InvalidIdentifier saying what is wrong */
    static Scan read(String text) {
        List<Scan> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            at = readOne(text, at, parts);
        }
        if (parts.isEmpty()) {
            throw new InvalidIdentifier("scan-truncated", text);
        }
        return parts.size() == 1 ? parts.getFirst() : new Scan.Several(parts);
    }

    private static int readOne(String text, int at, List<Scan> parts) {
        if (text.startsWith("=", at) && at + 1 < text.length() && isDonationStart(text.charAt(at + 1))) {
            String content = content(text, at + 1, DONATION);
            String flags = content.substring(13);
            parts.add(new Scan.OfDonation(DonationNumber.scanned(content.substring(0, 13), flags), flags));
            return at + 1 + DONATION;
        }
        for (int length = 3; length >= 2; length--) {
            String identifier = text.substring(at, Math.min(at + length, text.length()));
            Structure structure = STRUCTURES.get(identifier);
            if (structure != null) {
                String content = content(text, at + length, structure.length);
                structure.reading.apply(content).ifPresent(parts::add);
                return at + length + structure.length;
            }
        }
        throw new InvalidIdentifier("scan-structure", text, text.substring(at, Math.min(at + 2, text.length())));
    }

    private static boolean isDonationStart(char c) {
        return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static String content(String text, int from, int length) {
        if (from + length > text.length()) {
            throw new InvalidIdentifier("scan-truncated", text);
        }
        return text.substring(from, from + length);
    }

    private static Scan product(String content) {
        if (!ProductCode.isShaped(content)) {
            throw new InvalidIdentifier("identifier-shape", content, "S1234VA0");
        }
        return new Scan.OfProduct(new ProductCode(content));
    }

    private static Scan chain(String content) {
        if (!ChainOfIdentity.isShaped(content)) {
            throw new InvalidIdentifier("identifier-shape", content, "CHA999926000123");
        }
        return new Scan.OfChain(new ChainOfIdentity(content));
    }

    /** Century, year, day of the year, and perhaps hour and minute; century 9 is the 1900s, 0 the 2000s, 1 the 2100s. */
    private static Scan time(Event event, String content) {
        if (!content.matches("[0-9]+")) {
            throw new InvalidIdentifier("identifier-date", content);
        }
        try {
            int century = content.charAt(0) - '0';
            int year = (century == 9 ? 1900 : 2000 + 100 * century) + Integer.parseInt(content, 1, 3, 10);
            LocalDate date = Year.of(year).atDay(Integer.parseInt(content, 3, DATE, 10));
            Optional<LocalTime> time = content.length() == DATE
                    ? Optional.empty()
                    : Optional.of(LocalTime.of(
                            Integer.parseInt(content, DATE, 8, 10), Integer.parseInt(content, 8, DATE_TIME, 10)));
            return new Scan.OfTime(event, date, time);
        } catch (DateTimeException e) {
            throw new InvalidIdentifier("identifier-date", content);
        }
    }
}
