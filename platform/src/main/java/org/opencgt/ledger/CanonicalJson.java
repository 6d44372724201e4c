package org.opencgt.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.erdtman.jcs.NumberToJSON;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/**
 * One spelling for each JSON value: the canonical form of RFC 8785. Members are sorted by the UTF-16 code units of their
 * names, numbers are written as ECMAScript does, and there is no white space.
 *
 * <p>Stricter than the RFC where a record would silently change: a number is refused unless the nearest IEEE 754 double
 * gives back every digit (write such a number as text), and so are U+0000, which PostgreSQL can't hold, and a lone
 * surrogate, which UTF-8 can't.
 */
public final class CanonicalJson {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    /** A long up to this many digits is below 2^53, hence exact as a double and written as it stands. */
    private static final int EXACT_DIGITS = 15;

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private CanonicalJson() {}

    /** The value has no canonical form; the message says where and why. */
    public static final class NotCanonical extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        NotCanonical(String message) {
            super(message);
        }

        NotCanonical(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * The canonical form of a JSON text.
     *
     * @throws NotCanonical if it is no JSON, or has a duplicate name, a number out of range or a forbidden character
     */
    public static String of(String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return canonical(parser, json.length());
        } catch (JacksonException e) {
            throw new NotCanonical("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * The canonical form of a JSON tree.
     *
     * @throws NotCanonical as {@link #of(String)}
     */
    public static String of(JsonNode node) {
        try (JsonParser parser = node.traverse(ObjectReadContext.empty())) {
            return canonical(parser, 256);
        } catch (JacksonException e) {
            throw new NotCanonical("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String canonical(JsonParser parser, int length) {
        StringBuilder out = new StringBuilder(length);
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new NotCanonical("not JSON: empty text");
        }
        value(parser, token, out);
        if (parser.nextToken() != null) {
            throw new NotCanonical("not JSON: something follows the value");
        }
        return out.toString();
    }

    private static void value(JsonParser parser, JsonToken token, StringBuilder out) {
        switch (token) {
            case START_OBJECT -> object(parser, out);
            case START_ARRAY -> array(parser, out);
            case VALUE_STRING -> string(parser.getString(), out);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, out);
            case VALUE_TRUE -> out.append("true");
            case VALUE_FALSE -> out.append("false");
            case VALUE_NULL -> out.append("null");
            default -> throw new NotCanonical("not a JSON value: " + token + " " + where(parser));
        }
    }

    private static void array(JsonParser parser, StringBuilder out) {
        out.append('[');
        boolean first = true;
        for (JsonToken token = next(parser); token != JsonToken.END_ARRAY; token = next(parser)) {
            if (!first) {
                out.append(',');
            }
            first = false;
            value(parser, token, out);
        }
        out.append(']');
    }

    private record Member(String name, int begin, int end) {}

    /** Writes the members as they come and moves them only if they come unsorted. */
    private static void object(JsonParser parser, StringBuilder out) {
        out.append('{');
        int begin = out.length();
        List<Member> members = new ArrayList<>();
        boolean sorted = true;
        for (JsonToken token = next(parser); token != JsonToken.END_OBJECT; token = next(parser)) {
            String name = parser.currentName();
            if (!members.isEmpty()) {
                out.append(',');
                sorted &= members.getLast().name().compareTo(name) < 0;
            }
            int from = out.length();
            string(name, out);
            out.append(':');
            value(parser, next(parser), out);
            members.add(new Member(name, from, out.length()));
        }
        if (!sorted) {
            sort(members, begin, out, parser);
        }
        out.append('}');
    }

    private static void sort(List<Member> members, int begin, StringBuilder out, JsonParser parser) {
        members.sort(Comparator.comparing(Member::name));
        StringBuilder moved = new StringBuilder(out.length() - begin);
        String last = null;
        for (Member member : members) {
            if (member.name().equals(last)) {
                throw new NotCanonical("the name \"" + last + "\" occurs twice " + where(parser));
            }
            if (last != null) {
                moved.append(',');
            }
            moved.append(out, member.begin(), member.end());
            last = member.name();
        }
        out.setLength(begin);
        out.append(moved);
    }

    private static JsonToken next(JsonParser parser) {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new NotCanonical("not JSON: the text ends early");
        }
        return token;
    }

    private static void number(JsonParser parser, StringBuilder out) {
        if (parser.isNaN()) {
            throw new NotCanonical("not a number " + where(parser));
        }
        String digits = parser.getString();
        if (isShortInteger(digits)) {
            out.append(digits);
        } else {
            out.append(number(digits, parser));
        }
    }

    private static boolean isShortInteger(String digits) {
        if (digits.length() > EXACT_DIGITS || digits.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String number(String digits, JsonParser parser) {
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw new NotCanonical("the number " + digits + " is out of range " + where(parser));
        }
        String canonical;
        try {
            canonical = NumberToJSON.serializeNumber(value);
        } catch (IOException e) {
            throw new NotCanonical("the number " + digits + " has no canonical form " + where(parser), e);
        }
        BigDecimal exact = new BigDecimal(digits);
        if (exact.compareTo(new BigDecimal(canonical)) != 0
                && exact.compareTo(new BigDecimal(Double.toString(value))) != 0) {
            throw new NotCanonical(
                    "the number " + digits + " has more digits than a double keeps; write it as text " + where(parser));
        }
        return canonical;
    }

    /** Appends the text as a JSON string in its canonical form. */
    static void string(String text, StringBuilder out) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isSurrogate(c)) {
                i = endOfPair(text, i);
                continue;
            }
            out.append(text, written, i);
            escape(c, out);
            written = i + 1;
        }
        out.append(text, written, text.length()).append('"');
    }

    private static int endOfPair(String text, int at) {
        if (Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1))) {
            return at + 1;
        }
        throw new NotCanonical("half of a surrogate pair stands alone in a text");
    }

    private static void escape(char c, StringBuilder out) {
        out.append('\\');
        switch (c) {
            case '"', '\\' -> out.append(c);
            case '\b' -> out.append('b');
            case '\t' -> out.append('t');
            case '\n' -> out.append('n');
            case '\f' -> out.append('f');
            case '\r' -> out.append('r');
            case 0 -> throw new NotCanonical("the character U+0000 stands in a text");
            default -> out.append("u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        }
    }

    private static String where(JsonParser parser) {
        return "at "
                + (parser.streamReadContext().pathAsPointer().toString().isEmpty()
                        ? "the top"
                        : parser.streamReadContext().pathAsPointer().toString());
    }
}
