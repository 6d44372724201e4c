package org.opencgt.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * GS1 element strings with the application identifiers (01) trade item, (10) lot, (17) expiry and (21) serial number: as a
 * scanner types them, with the group separator after an element of variable length, or as they are printed, in parentheses.
 */
final class Gs1 {

    static final char SEPARATOR = '\u001d';

    private static final String GTIN = "01";
    private static final String LOT = "10";
    private static final String EXPIRY = "17";
    private static final String SERIAL = "21";
    private static final Map<String, Integer> FIXED = Map.of(GTIN, 14, EXPIRY, 6);
    private static final Map<String, Integer> LONGEST = Map.of(LOT, 20, SERIAL, 20);
    private static final Pattern PRINTED = Pattern.compile("\\(([0-9]{2,4})\\)([^(]*)");
    private static final Pattern TEXT = Pattern.compile("[!-\"%-/0-9:-?A-Z_a-z]+");
    private static final int IDENTIFIER = 2;

    private Gs1() {}

    /**
     * @param now by which a year of two digits is completed: the nearest
     * @throws InvalidIdentifier saying what is wrong
     */
    static Scan read(String text, Year now) {
        Map<String, String> elements = text.startsWith("(") ? printed(text) : scanned(text);
        elements.forEach((identifier, value) -> check(text, identifier, value));
        return new Scan.OfTradeItem(
                Optional.ofNullable(elements.get(GTIN)),
                Optional.ofNullable(elements.get(LOT)),
                Optional.ofNullable(elements.get(EXPIRY)).map(value -> expiry(value, now)),
                Optional.ofNullable(elements.get(SERIAL)));
    }

    private static Map<String, String> printed(String text) {
        Map<String, String> elements = new LinkedHashMap<>();
        Matcher element = PRINTED.matcher(text);
        int end = 0;
        while (element.find() && element.start() == end) {
            put(elements, element.group(1), element.group(2).strip(), text);
            end = element.end();
        }
        if (end != text.length()) {
            throw new InvalidIdentifier("gs1-element", text, text.substring(end));
        }
        return elements;
    }

    private static Map<String, String> scanned(String text) {
        Map<String, String> elements = new LinkedHashMap<>();
        int at = text.charAt(0) == SEPARATOR ? 1 : 0;
        while (at < text.length()) {
            String identifier = text.substring(at, Math.min(at + IDENTIFIER, text.length()));
            int from = at + identifier.length();
            @Nullable Integer fixed = FIXED.get(identifier);
            int separator = text.indexOf(SEPARATOR, from);
            int end = fixed != null ? Math.min(from + fixed, text.length()) : separator < 0 ? text.length() : separator;
            put(elements, identifier, text.substring(from, end), text);
            at = end < text.length() && text.charAt(end) == SEPARATOR ? end + 1 : end;
        }
        return elements;
    }

    private static void put(Map<String, String> elements, String identifier, String value, String text) {
        if (!FIXED.containsKey(identifier) && !LONGEST.containsKey(identifier)) {
            throw new InvalidIdentifier("gs1-element", text, identifier);
        }
        if (elements.put(identifier, value) != null) {
            throw new InvalidIdentifier("gs1-twice", text, identifier);
        }
    }

    private static void check(String text, String identifier, String value) {
        @Nullable Integer fixed = FIXED.get(identifier);
        boolean shaped = fixed != null
                ? value.matches("[0-9]{" + fixed + "}")
                : TEXT.matcher(value).matches() && value.length() <= LONGEST.getOrDefault(identifier, 0);
        if (!shaped) {
            throw new InvalidIdentifier("gs1-value", text, identifier, value);
        }
        if (identifier.equals(GTIN) && value.charAt(13) != checkDigit(value)) {
            throw InvalidIdentifier.check(value, value.charAt(13), checkDigit(value));
        }
    }

    /** Weights 3 and 1 from the right; the sum with the check digit is a multiple of ten. */
    private static char checkDigit(String gtin) {
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (gtin.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** A year of two digits is the one nearest to now; day 00 is the last of the month (GS1 General Specifications, 7.12). */
    private static LocalDate expiry(String value, Year now) {
        try {
            int year = now.getValue() / 100 * 100 + Integer.parseInt(value, 0, 2, 10);
            if (year - now.getValue() > 50) {
                year -= 100;
            } else if (year - now.getValue() < -49) {
                year += 100;
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(value, 2, 4, 10));
            int day = Integer.parseInt(value, 4, 6, 10);
            return day == 0 ? month.atEndOfMonth() : month.atDay(day);
        } catch (DateTimeException e) {
            throw new InvalidIdentifier("identifier-date", value);
        }
    }
}
