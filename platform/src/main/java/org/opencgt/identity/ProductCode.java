package org.opencgt.identity;

import java.util.regex.Pattern;

/**
 * A product code in the shape of ISBT 128 (data structure 003): five characters of the product description, one of the type of
 * collection, two of the division.
 *
 * @param text 8 characters
 */
public record ProductCode(String text) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9]{4}[A-Za-z0-9][A-Z0-9][a-z0-9]");

    /**
     * @throws IllegalArgumentException when the text has another shape
     */
    public ProductCode {
        if (!isShaped(text)) {
            throw new IllegalArgumentException("not a product code: " + text);
        }
    }

    public static boolean isShaped(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** What the product is: five characters of the product description code list. */
    public String description() {
        return text.substring(0, 5);
    }

    /** How it was collected. */
    public char collectionType() {
        return text.charAt(5);
    }

    /** Which part of a divided product; {@code 00}: undivided. */
    public String division() {
        return text.substring(6);
    }

    /** What the bar code holds. */
    public String barcode() {
        return "=<" + text;
    }
}
