package org.opencgt.vault;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;

/**
 * One piece of personal data as the database holds it.
 *
 * @param subject whose it is, where that is known when it is read
 */
record SealedEntry(
        String key,
        String field,
        @Nullable Ref<?> subject,
        String master,
        byte[] wrappedKey,
        byte[] nonce,
        byte[] ciphertext,
        byte[] search) {

    static final String PREFIX = "vault:";

    private static final int KEY_BYTES = 16;

    static SealedEntry of(String field, String plain, MasterKeys keys) {
        return of(HexFormat.of().formatHex(Seal.random(KEY_BYTES)), field, null, plain, keys);
    }

    /** Under the key that {@link #key} gives. */
    static SealedEntry of(String field, Ref<?> subject, String plain, MasterKeys keys) {
        return of(key(subject, plain, keys), field, subject, plain, keys);
    }

    /**
     * The same key for exactly the same text of the same subject; who does not have the index key learns nothing from it, not even
     * whether two subjects share a text.
     */
    static String key(Ref<?> subject, String plain, MasterKeys keys) {
        byte[] mac = Seal.hmac(keys.index(), ("token\0" + subject + '\0' + plain).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac, 0, KEY_BYTES);
    }

    private static SealedEntry of(String key, String field, @Nullable Ref<?> subject, String plain, MasterKeys keys) {
        byte[] dataKey = Seal.random(Seal.KEY_BYTES);
        byte[] nonce = Seal.random(Seal.NONCE_BYTES);
        byte[] master = keys.key(keys.current()).orElseThrow();
        return new SealedEntry(
                key,
                field,
                subject,
                keys.current(),
                Seal.wrap(master, dataKey, keyContext(key)),
                nonce,
                Seal.encrypt(dataKey, nonce, plain.getBytes(StandardCharsets.UTF_8), context(key, field)),
                search(keys, field, plain));
    }

    Personal token() {
        return new Personal(PREFIX + key);
    }

    /** The plain text. */
    String open(byte[] master) {
        try {
            byte[] dataKey = Seal.unwrap(master, wrappedKey, keyContext(key));
            return new String(Seal.decrypt(dataKey, nonce, ciphertext, context(key, field)), StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw VaultException.altered(PREFIX + key, e);
        }
    }

    /** The data key under another master key. */
    byte[] rewrap(byte[] from, byte[] to) {
        try {
            return Seal.wrap(to, Seal.unwrap(from, wrappedKey, keyContext(key)), keyContext(key));
        } catch (AEADBadTagException e) {
            throw VaultException.altered(PREFIX + key, e);
        }
    }

    /**
     * By which an exact value is found without its being stored: letter case, width of characters, spaces and punctuation do
     * not matter.
     */
    static byte[] search(MasterKeys keys, String field, String plain) {
        String normal = Normalizer.normalize(plain, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{P}]+", "");
        return Seal.hmac(keys.index(), (field + '\0' + normal).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] keyContext(String key) {
        return ("data key\0" + key).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] context(String key, String field) {
        return (key + '\0' + field).getBytes(StandardCharsets.UTF_8);
    }
}
