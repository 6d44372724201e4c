package org.opencgt.identity;

import java.util.regex.Pattern;

/**
 * A donation identification number in the shape of ISBT 128: five characters of the facility, two digits of the year, six of the
 * sequence. Typed by hand it is followed by a check character after ISO 7064 Mod 37-2.
 *
 * @param text 13 characters, without flags and without check character
 */
public record DonationNumber(String text) {

    private static final Pattern SHAPE = Pattern.compile("[A-NP-Z1-9][A-NP-Z0-9]{4}[0-9]{8}");
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

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

    /** The check character after ISO 7064 Mod 37-2: a digit, a letter or {@code *}. */
    public char checkCharacter() {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum = (sum + CHARACTERS.indexOf(text.charAt(i))) * 2 % 37;
        }
        return CHARACTERS.charAt((38 - sum) % 37);
    }
}
