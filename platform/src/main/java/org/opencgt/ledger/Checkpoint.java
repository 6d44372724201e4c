package org.opencgt.ledger;

import java.util.Base64;

/**
 * The head of the tree at one time, in the format of C2SP tlog-checkpoint: three lines, origin, size and root.
 *
 * @param origin which log
 * @param size number of entries
 * @param root of the tree over them
 */
public record Checkpoint(String origin, long size, Hash root) {

    /**
     * Reads the text of a note. Lines after the third are extensions and carry nothing here.
     *
     * @throws IllegalArgumentException if it is no checkpoint
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,18}")) {
            throw new IllegalArgumentException("not a checkpoint: " + text);
        }
        for (int i = 3; i < lines.length - 1; i++) {
            if (lines[i].isEmpty()) {
                throw new IllegalArgumentException("a checkpoint with an empty line: " + text);
            }
        }
        Checkpoint checkpoint = new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2]));
        if (!Base64.getEncoder().encodeToString(checkpoint.root().view()).equals(lines[2])) {
            throw new IllegalArgumentException("the root of a checkpoint is not in canonical base64: " + lines[2]);
        }
        return checkpoint;
    }

    /** The text that the log signs. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
