package org.opencgt.ledger;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Reads a header where it lies in a buffer, without making objects, as long as it is spelled plainly: exactly the form of
 * {@link Header#text()} and no escapes in its texts. Anything else is left to {@link Header#parse}. One instance is used
 * for many headers, one after the other.
 */
final class HeaderScan {

    private static final byte[] CONTENT = ascii("{\"content\":\"");
    private static final byte[] ID = ascii("\",\"id\":\"");
    private static final byte[] PERFORMED_AT = ascii("\",\"performedAt\":\"");
    private static final byte[] PERFORMER = ascii("\",\"performer\":\"");
    private static final byte[] POSITION = ascii("\",\"position\":");
    private static final byte[] RECORDED_AT = ascii(",\"recordedAt\":\"");
    private static final byte[] SIGNATURES = ascii("\",\"signatures\":[");
    private static final byte[] SUBJECTS = ascii(",\"subjects\":[");
    private static final byte[] PREVIOUS = ascii("{\"previous\":");
    private static final byte[] NULL = ascii("null");
    private static final byte[] REF = ascii(",\"ref\":\"");
    private static final byte[] VERSION = ascii("\",\"version\":");
    private static final byte[] TYPE = ascii("],\"type\":\"");
    private static final byte[] VERDICT = ascii("\",\"verdict\":");

    private static final int HEX_LENGTH = 2 * Hash.LENGTH;
    private static final int MOST_DIGITS = 18;
    private static final byte[] HEX = hexDigits();

    /** What a byte means outside a string: one level deeper, one level up, a string begins, or nothing. */
    private static final byte[] STEP = steps();

    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private boolean plain;

    /** Whether the header was read; nothing else may be asked otherwise. */
    boolean scan(byte[] buffer, int from, int to) {
        bytes = buffer;
        at = from;
        end = to;
        plain = true;
        skip(CONTENT);
        contentAt = hex();
        skip(ID);
        idFrom = at;
        idTo = string();
        skip(PERFORMED_AT);
        performedAt = time();
        skip(PERFORMER);
        performerFrom = at;
        performerTo = string();
        skip(POSITION);
        position = number();
        skip(RECORDED_AT);
        recordedAt = time();
        skip(SIGNATURES);
        array();
        skip(SUBJECTS);
        links();
        skip(TYPE);
        typeFrom = at;
        typeTo = string();
        skip(VERDICT);
        plain = plain && at < end - 1 && bytes[end - 1] == '}';
        return plain;
    }

    int contentAt;
    int idFrom;
    int idTo;
    /** Microseconds since 1970. */
    long performedAt;

    int performerFrom;
    int performerTo;
    long position;
    long recordedAt;
    int typeFrom;
    int typeTo;
    int links;
    int[] refFrom = new int[8];
    int[] refTo = new int[8];
    long[] version = new long[8];
    /** Where the hexadecimal hash begins; -1 where there is none. */
    int[] previousAt = new int[8];

    /** Decodes the hexadecimal hash at a place of the buffer. */
    static void decode(byte[] from, int at, byte[] into, int intoAt) {
        for (int i = 0; i < Hash.LENGTH; i++) {
            into[intoAt + i] = (byte) (HEX[from[at + 2 * i]] << 4 | HEX[from[at + 2 * i + 1]]);
        }
    }

    private void links() {
        links = 0;
        while (plain && at < end && bytes[at] != ']') {
            if (links > 0) {
                plain = bytes[at++] == ',';
            }
            if (links == version.length) {
                grow();
            }
            skip(PREVIOUS);
            if (plain && at < end && bytes[at] == '"') {
                at++;
                previousAt[links] = hex();
                plain = plain && at < end && bytes[at++] == '"';
            } else {
                skip(NULL);
                previousAt[links] = -1;
            }
            skip(REF);
            refFrom[links] = at;
            refTo[links] = string();
            skip(VERSION);
            version[links] = number();
            plain = plain && at < end && bytes[at++] == '}';
            links++;
        }
    }

    private void grow() {
        refFrom = Arrays.copyOf(refFrom, 2 * links);
        refTo = Arrays.copyOf(refTo, 2 * links);
        version = Arrays.copyOf(version, 2 * links);
        previousAt = Arrays.copyOf(previousAt, 2 * links);
    }

    private void skip(byte[] expected) {
        if (plain
                && at + expected.length <= end
                && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length)) {
            at += expected.length;
        } else {
            plain = false;
        }
    }

    /** Stands before 64 hexadecimal digits in lower case; returns where they begin. */
    private int hex() {
        int from = at;
        if (!plain || from + HEX_LENGTH > end) {
            plain = false;
            return from;
        }
        int wrong = 0;
        for (int i = 0; i < HEX_LENGTH; i++) {
            int b = bytes[from + i];
            wrong |= b | HEX[b & 0x7f];
        }
        plain = wrong >= 0;
        at = from + HEX_LENGTH;
        return from;
    }

    /** Stands in a string; stops at its closing quote and returns where that is. */
    private int string() {
        while (plain && at < end && bytes[at] != '"') {
            plain = bytes[at] != '\\';
            at++;
        }
        plain = plain && at < end;
        return at;
    }

    private long number() {
        int from = at;
        long value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            value = 10 * value + bytes[at++] - '0';
        }
        plain = plain && at > from && at - from <= MOST_DIGITS && (bytes[from] != '0' || at == from + 1);
        return value;
    }

    /** {@code 2026-03-02T08:30:00Z}, with no, three or six digits after the second. */
    private long time() {
        int from = at;
        if (!plain
                || from + 20 > end
                || bytes[from + 4] != '-'
                || bytes[from + 7] != '-'
                || bytes[from + 10] != 'T'
                || bytes[from + 13] != ':'
                || bytes[from + 16] != ':') {
            plain = false;
            return 0;
        }
        int year = digits(from, 4);
        int month = digits(from + 5, 2);
        int day = digits(from + 8, 2);
        long second = digits(from + 11, 2) * 3600L + digits(from + 14, 2) * 60L + digits(from + 17, 2);
        at = from + 19;
        long fraction = bytes[at] == '.' ? fraction() : 0;
        if (!plain || at >= end || bytes[at++] != 'Z' || month < 1 || month > 12 || day < 1 || day > 31) {
            plain = false;
            return 0;
        }
        if (year != cachedYear || month != cachedMonth) {
            cachedYear = year;
            cachedMonth = month;
            cachedDay = LocalDate.of(year, month, 1).toEpochDay() - 1;
        }
        return ((cachedDay + day) * 86_400 + second) * 1_000_000 + fraction;
    }

    private int cachedYear;
    private int cachedMonth;
    private long cachedDay;

    private long fraction() {
        int from = ++at;
        while (at < end && bytes[at] != 'Z' && at - from < 6) {
            at++;
        }
        int length = at - from;
        if (length != 3 && length != 6) {
            plain = false;
            return 0;
        }
        return length == 3 ? digits(from, 3) * 1000L : digits(from, 6);
    }

    private int digits(int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = bytes[i] - '0';
            plain &= digit >= 0 && digit <= 9;
            value = 10 * value + digit;
        }
        return value;
    }

    /** Stands in an array; stops behind its end. */
    private void array() {
        int depth = 1;
        while (plain && at < end) {
            byte step = STEP[bytes[at++] & 0xff];
            if (step == 0) {
                continue;
            }
            if (step == 2) {
                closingQuote();
            } else {
                depth += step;
                if (depth == 0) {
                    return;
                }
            }
        }
        plain = false;
    }

    private void closingQuote() {
        while (at < end) {
            byte b = bytes[at++];
            if (b == '"') {
                return;
            }
            if (b == '\\') {
                at++;
            }
        }
        plain = false;
    }

    private static byte[] steps() {
        byte[] steps = new byte[256];
        steps['['] = 1;
        steps['{'] = 1;
        steps[']'] = -1;
        steps['}'] = -1;
        steps['"'] = 2;
        return steps;
    }

    private static byte[] hexDigits() {
        byte[] digits = new byte[128];
        Arrays.fill(digits, (byte) -1);
        for (int i = 0; i < 16; i++) {
            digits["0123456789abcdef".charAt(i)] = (byte) i;
        }
        return digits;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
