package org.opencgt.ledger;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of RFC 6962, section 2.1: {@code SHA-256(0x00 || leaf)} and {@code SHA-256(0x01 || left || right)}, so that
 * no leaf can pass for a node. Holds a digest, hence one instance per thread.
 */
final class Hasher {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest;

    Hasher() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Hash sha256(byte[] data) {
        return Hash.owning(digest.digest(data));
    }

    Hash leaf(byte[] entry) {
        digest.update(LEAF);
        return Hash.owning(digest.digest(entry));
    }

    Hash node(Hash left, Hash right) {
        digest.update(NODE);
        digest.update(left.view());
        return Hash.owning(digest.digest(right.view()));
    }

    /** SHA-256 of a part of an array, into another. */
    void sha256(byte[] data, int from, int length, byte[] into) {
        digest.update(data, from, length);
        finish(into, 0);
    }

    /** Leaf hash of a part of an array, into another. */
    void leaf(byte[] data, int from, int length, byte[] into) {
        digest.update(LEAF);
        digest.update(data, from, length);
        finish(into, 0);
    }

    /** Node hash of the two hashes that lie one after the other at {@code from}, into {@code into} at {@code at}. */
    void node(byte[] pair, int from, byte[] into, int at) {
        digest.update(NODE);
        digest.update(pair, from, 2 * Hash.LENGTH);
        finish(into, at);
    }

    private void finish(byte[] into, int at) {
        try {
            digest.digest(into, at, Hash.LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("no room for a SHA-256 value", e);
        }
    }
}
