package org.opencgt.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * Two secrets from one: a verifier to recognise the password by, and a key that wraps the signing key. Passwords go through
 * Argon2id (RFC 9106) with the parameters that OWASP gives for it; the secret of a token is random and goes through HKDF
 * (RFC 5869).
 */
record KeyDerivation(byte[] verifier, byte[] wrappingKey) {

    static final int MEMORY_KIB = 19 * 1024;
    static final int ITERATIONS = 2;

    /** Each derivation fills its memory; so many at once and no more, however many people knock. */
    private static final Semaphore AT_ONCE =
            new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeyDerivation ofPassword(char[] password, byte[] salt, int memoryKib, int iterations) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] out = new byte[64];
        AT_ONCE.acquireUninterruptibly();
        try {
            argon2.generateBytes(password, out);
        } finally {
            AT_ONCE.release();
        }
        return split(out);
    }

    static KeyDerivation ofToken(byte[] secret) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(secret, null, "opencgt service token".getBytes(StandardCharsets.UTF_8)));
        byte[] out = new byte[64];
        hkdf.generateBytes(out, 0, out.length);
        return split(out);
    }

    private static KeyDerivation split(byte[] out) {
        return new KeyDerivation(sha256(Arrays.copyOf(out, 32)), Arrays.copyOfRange(out, 32, 64));
    }

    boolean matches(byte[] stored) {
        return MessageDigest.isEqual(verifier, stored);
    }

    byte[] wrap(byte[] plain) {
        byte[] nonce = random(NONCE);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, plain, 0);
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return all;
    }

    byte[] unwrap(byte[] wrapped) {
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(wrapped, NONCE), wrapped, NONCE);
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] input, int offset) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(wrappingKey, "AES"), new GCMParameterSpec(128, nonce));
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("a signing key in the database was altered", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
