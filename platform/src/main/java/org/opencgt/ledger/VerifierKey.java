package org.opencgt.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The public half of a key that signs notes, written {@code name+id+base64(0x01 || public key)} (C2SP signed-note,
 * Ed25519). Whoever checks a checkpoint or an export must have had it from the log's operator before.
 */
public final class VerifierKey {

    static final byte ED25519 = 1;

    private final String name;
    private final byte[] publicKey;

    VerifierKey(String name, byte[] publicKey) {
        if (name.isEmpty() || name.contains("+") || name.codePoints().anyMatch(VerifierKey::isSpaceOrControl)) {
            throw new IllegalArgumentException("the name of a key has no space and no '+': \"" + name + "\"");
        }
        if (publicKey.length != Ed25519.PUBLIC_KEY_SIZE) {
            throw new IllegalArgumentException("an Ed25519 public key has 32 bytes, not " + publicKey.length);
        }
        this.name = name;
        this.publicKey = publicKey.clone();
    }

    /**
     * Reads {@code name+id+key}.
     *
     * @throws IllegalArgumentException if it is not of that form, of another algorithm, or its id does not fit its key
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a verifier key (name+id+key): " + text);
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length == 0 || typed[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 verifier key: " + text);
        }
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.idHex().equals(parts[1])) {
            throw new IllegalArgumentException("the id of the verifier key does not fit its key: " + text);
        }
        return key;
    }

    public String name() {
        return name;
    }

    /** The first four bytes of {@code SHA-256(name || 0x0A || 0x01 || public key)}. */
    public int id() {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer hashed = ByteBuffer.allocate(text.length + 2 + publicKey.length);
        hashed.put(text).put((byte) '\n').put(ED25519).put(publicKey);
        return ByteBuffer.wrap(new Hasher().sha256(hashed.array()).view()).getInt();
    }

    boolean verifies(byte[] signature, String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
    }

    private String idHex() {
        return HexFormat.of().toHexDigits(id());
    }

    private static boolean isSpaceOrControl(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(publicKey);
    }

    @Override
    public String toString() {
        byte[] typed = new byte[publicKey.length + 1];
        typed[0] = ED25519;
        System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
        return name + "+" + idHex() + "+" + Base64.getEncoder().encodeToString(typed);
    }
}
