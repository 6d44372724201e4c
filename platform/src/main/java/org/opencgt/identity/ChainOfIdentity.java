package org.opencgt.identity;

/**
 * A chain-of-identity identifier in the shape of ISBT 128 (data structure 040): {@code CH} and 13 characters as of a donation
 * number. It ties cells to their patient from the first step to the last.
 *
 * @param text 15 characters
 */
public record ChainOfIdentity(String text) {

    private static final String MARK = "CH";

    /**
     * @throws IllegalArgumentException when the text has another shape
     */
    public ChainOfIdentity {
        if (!isShaped(text)) {
            throw new IllegalArgumentException("not a chain-of-identity identifier: " + text);
        }
    }

    public static boolean isShaped(String text) {
        return text.startsWith(MARK) && DonationNumber.isShaped(text.substring(MARK.length()));
    }

    /** The chain that begins with a donation. */
    public static ChainOfIdentity of(DonationNumber donation) {
        return new ChainOfIdentity(MARK + donation.text());
    }

    /** What the bar code holds. */
    public String barcode() {
        return "&/" + text;
    }
}
