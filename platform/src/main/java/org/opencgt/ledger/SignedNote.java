package org.opencgt.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures, in the format of C2SP signed-note: the text, a blank line, and for each signature a line
 * {@code — name base64(key id || signature)}.
 *
 * @param text ends in a newline
 * @param signatures as they stand in the note; whether they are right is asked with {@link #isSignedBy}
 */
public record SignedNote(String text, List<Line> signatures) {

    /** Far more than the 16 that the specification asks verifiers to take. */
    private static final int MOST_SIGNATURES = 100;

    private static final String DASH = "\u2014 ";

    /**
     * One signature line.
     *
     * @param name of the key
     * @param signature base64 of the key's id, four bytes, and the signature itself
     */
    public record Line(String name, String signature) {

        int keyId() {
            return ByteBuffer.wrap(Base64.getDecoder().decode(signature)).getInt();
        }

        byte[] bare() {
            byte[] bytes = Base64.getDecoder().decode(signature);
            return Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
        }
    }

    public SignedNote {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("the text of a note ends in a newline");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("the text of a note has no control characters but newlines");
        }
        signatures = List.copyOf(signatures);
    }

    /**
     * Reads a note; checks its form, not its signatures.
     *
     * @throws IllegalArgumentException if it is no signed note
     */
    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
            throw new IllegalArgumentException("not a signed note: no signatures after a blank line");
        }
        String[] lines = note.substring(blank + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new IllegalArgumentException("a note with " + lines.length + " signatures");
        }
        List<Line> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(line(line));
        }
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    private static Line line(String line) {
        String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        if (parts.length != 2 || parts[0].isEmpty() || parts[0].contains("+")) {
            throw new IllegalArgumentException("not a signature line: " + line);
        }
        byte[] signature = Base64.getDecoder().decode(parts[1]);
        if (signature.length <= Integer.BYTES) {
            throw new IllegalArgumentException("a signature line without a signature: " + line);
        }
        if (!Base64.getEncoder().encodeToString(signature).equals(parts[1])) {
            throw new IllegalArgumentException("a signature that is not in canonical base64: " + line);
        }
        return new Line(parts[0], parts[1]);
    }

    /** Whether this key has signed the text, and every signature under its name and id is right. */
    public boolean isSignedBy(VerifierKey key) {
        List<Line> own = signatures.stream()
                .filter(line -> line.name().equals(key.name()) && line.keyId() == key.id())
                .toList();
        return !own.isEmpty() && own.stream().allMatch(line -> key.verifies(line.bare(), text));
    }

    /** The note as it is kept and sent. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (Line line : signatures) {
            note.append(DASH)
                    .append(line.name())
                    .append(' ')
                    .append(line.signature())
                    .append('\n');
        }
        return note.toString();
    }
}
