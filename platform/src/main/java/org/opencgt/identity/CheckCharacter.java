package org.opencgt.identity;

/**
 * The check character of ISO/IEC 7064, Mod 37,2: a digit, a letter or {@code *}. It finds every single wrong character and
 * every swap of two neighbours.
 */
final class CheckCharacter {

    static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    private static final int MODULUS = 37;

    private CheckCharacter() {}

    /**
     * @param text digits and upper-case letters
     * @return 0 to 36
     */
    static int value(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = CHARACTERS.indexOf(text.charAt(i));
            if (value < 0 || value == MODULUS - 1) {
                throw new IllegalArgumentException("no digit or upper-case letter at place " + (i + 1) + " of " + text);
            }
            sum = (sum + value) * 2 % MODULUS;
        }
        return (MODULUS + 1 - sum) % MODULUS;
    }

    static char of(String text) {
        return CHARACTERS.charAt(value(text));
    }
}
