package org.opencgt.identity;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A donation identification number in the shape of ISBT 128 (data structure 001): five characters of the facility, two digits
 * of the year, six of the sequence. Typed by hand it is followed by a check character after ISO/IEC 7064 Mod 37,2.
 *
 * @param text 13 characters, without flags and without check character
 */
public record DonationNumber(String text) {

    /** Flags of a number that has none. */
    public static final String NO_FLAGS = "00";

    private static final Pattern SHAPE = Pattern.compile("[A-NP-Z1-9][A-NP-Z0-9]{2}[0-9]{10}");
    private static final Pattern TYPED = Pattern.compile("(.{13})([0-9A-HJ-NPR-Y]{2})?(.)");
    private static final int LENGTH = 13;
    private static final int FIRST_CHECK_FLAG = 60;
    private static final int LAST_CHECK_FLAG = 96;

    /**
     * @throws IllegalArgumentException when the text has another shape
     */
    public DonationNumber {
        if (!isShaped(text)) {
            throw new IllegalArgumentException("not a donation number: " + text);
        }
    }

    /** Whether the text has the shape of a donation number. */
    public static boolean isShaped(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** Whether {@code check} is the check character of the number {@code text}; false for a text of another shape. */
    public static boolean isValid(String text, String check) {
        return isShaped(text) && check.length() == 1 && check.charAt(0) == new DonationNumber(text).checkCharacter();
    }

    /**
     * Reads what a person types from a label: {@code A9999 26 000123 00 K} or {@code A9999 26 000123 K}, with or without
     * spaces.
     *
     * @throws InvalidIdentifier naming the wrong character, or the check character that was expected
     */
    public static DonationNumber typed(String input) {
        String text = input.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        if (text.length() == LENGTH) {
            shaped(text);
            throw new InvalidIdentifier("identifier-check-missing", input);
        }
        Matcher parts = TYPED.matcher(text);
        if (!parts.matches()) {
            throw new InvalidIdentifier("identifier-shape", input, "A9999 26 000123 00 K");
        }
        DonationNumber number = shaped(parts.group(1));
        char check = parts.group(3).charAt(0);
        if (check != number.checkCharacter()) {
            throw InvalidIdentifier.check(input, check, number.checkCharacter());
        }
        return number;
    }

    /**
     * Reads what a scanner reads: 13 characters and two flags. Flags 60 to 96 hold a check value, which must be right.
     *
     * @throws InvalidIdentifier naming the wrong character or the flags that were expected
     */
    static DonationNumber scanned(String text, String flags) {
        DonationNumber number = shaped(text);
        if (isCheckFlag(flags) && !flags.equals(number.checkFlags())) {
            throw new InvalidIdentifier("identifier-flags", text, flags, number.checkFlags());
        }
        return number;
    }

    static boolean isCheckFlag(String flags) {
        return flags.matches("[6-9][0-9]") && Integer.parseInt(flags) <= LAST_CHECK_FLAG;
    }

    /** @throws InvalidIdentifier naming the character that cannot stand where it stands */
    private static DonationNumber shaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            String allowed = i == 0 ? "[A-NP-Z1-9]" : i < 3 ? "[A-NP-Z0-9]" : "[0-9]";
            if (!String.valueOf(text.charAt(i)).matches(allowed)) {
                throw InvalidIdentifier.character(text, i + 1);
            }
        }
        return new DonationNumber(text);
    }

    /** The facility's five characters. */
    public String facility() {
        return text.substring(0, 5);
    }

    /** The check character after ISO/IEC 7064 Mod 37,2: a digit, a letter or {@code *}. */
    public char checkCharacter() {
        return CheckCharacter.of(text);
    }

    /** Flags of type 3, which hold the check value: 60 to 96. */
    public String checkFlags() {
        return Integer.toString(FIRST_CHECK_FLAG + CheckCharacter.value(text));
    }

    /** What the bar code holds: data identifier, number and flags. */
    public String barcode() {
        return "=" + text + checkFlags();
    }

    /** As it is printed for people: {@code A9999 26 000123 00 K}. */
    public String printed() {
        return facility() + " " + text.substring(5, 7) + " " + text.substring(7) + " " + NO_FLAGS + " "
                + checkCharacter();
    }
}
