package org.opencgt.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.opencgt.act.Ref;
import org.opencgt.subject.Person;

/** A person whose credentials were just given, so that the signing key is open. Lives as long as one act, or one run of acts. */
public final class Signer {

    private final Ref<Person> person;
    private final Ed25519PrivateKeyParameters key;
    private final byte[] publicKey;

    Signer(Ref<Person> person, byte[] privateKey) {
        this.person = person;
        this.key = new Ed25519PrivateKeyParameters(privateKey);
        this.publicKey = key.generatePublicKey().getEncoded();
    }

    public Ref<Person> person() {
        return person;
    }

    /** Base64 of the 32 bytes of the Ed25519 public key. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(publicKey);
    }

    /** Names the key in signatures: the first 16 hex digits of SHA-256 of the public key. */
    public String keyId() {
        return keyId(publicKey);
    }

    public static String keyId(byte[] publicKey) {
        return HexFormat.of().formatHex(KeyDerivation.sha256(publicKey)).substring(0, 16);
    }

    /** Base64 of the Ed25519 signature (RFC 8032) of the text in UTF-8. */
    public String sign(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return Base64.getEncoder().encodeToString(signer.generateSignature());
    }

    /** Whether the signature is that of the key's holder under the text. */
    public static boolean verify(byte[] publicKey, String text, String signature) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        byte[] value;
        try {
            value = Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (publicKey.length != Ed25519PublicKeyParameters.KEY_SIZE) {
            return false;
        }
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(publicKey));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(value);
    }
}
