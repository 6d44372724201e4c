package org.opencgt.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 value. */
public final class Hash {

    static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 value has 32 bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    public static Hash of(byte[] bytes) {
        return new Hash(bytes.clone());
    }

    /** Takes the array over without copying; the caller must not use it again. */
    static Hash owning(byte[] bytes) {
        return new Hash(bytes);
    }

    public static Hash ofHex(String hex) {
        return new Hash(HexFormat.of().parseHex(hex));
    }

    public static Hash ofBase64(String base64) {
        return new Hash(Base64.getDecoder().decode(base64));
    }

    /** SHA-256 of the text's UTF-8 bytes. */
    public static Hash sha256(String text) {
        return new Hasher().sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes themselves; for reading only. */
    byte[] view() {
        return bytes;
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Hexadecimal, lower case. */
    @Override
    public String toString() {
        return hex();
    }
}
