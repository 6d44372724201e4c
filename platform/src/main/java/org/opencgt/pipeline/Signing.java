package org.opencgt.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.opencgt.access.Signer;
import org.opencgt.act.Meaning;
import org.opencgt.act.Signature;
import org.opencgt.ledger.CanonicalJson;
import org.opencgt.ledger.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signatures under the content of an act: Ed25519 over the canonical JSON (RFC 8785) of {@code {content, meaning, person, time}},
 * where {@code content} is the SHA-256 of the canonical content.
 */
final class Signing {

    private Signing() {}

    /** Each signer signs with the meaning at the same place. */
    static List<Signature> sign(Hash content, List<Signer> signers, List<Meaning> meanings, Instant time) {
        List<Signature> signatures = new ArrayList<>();
        for (int i = 0; i < signers.size(); i++) {
            Signer signer = signers.get(i);
            Meaning meaning = meanings.get(i);
            String statement = statement(content.hex(), meaning, signer.person().toString(), time);
            signatures.add(new Signature(
                    signer.person().toString(), meaning, time, content.hex(), signer.keyId(), signer.sign(statement)));
        }
        return signatures;
    }

    /** Whether the signature is that of the key's holder and its statement is about this content. */
    static boolean holds(Signature signature, Hash content, String publicKey) {
        return signature.content().equals(content.hex())
                && Signer.verify(
                        Base64.getDecoder().decode(publicKey),
                        statement(signature.content(), signature.meaning(), signature.person(), signature.time()),
                        signature.value());
    }

    static JsonNode json(List<Signature> signatures) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (Signature s : signatures) {
            array.addObject()
                    .put("person", s.person())
                    .put("meaning", word(s.meaning()))
                    .put("time", s.time().toString())
                    .put("content", s.content())
                    .put("key", s.key())
                    .put("value", s.value());
        }
        return array;
    }

    static List<Signature> parse(JsonNode array) {
        List<Signature> signatures = new ArrayList<>();
        for (JsonNode s : array) {
            signatures.add(new Signature(
                    s.required("person").stringValue(),
                    Meaning.valueOf(s.required("meaning").stringValue().toUpperCase(java.util.Locale.ROOT)),
                    Instant.parse(s.required("time").stringValue()),
                    s.required("content").stringValue(),
                    s.required("key").stringValue(),
                    s.required("value").stringValue()));
        }
        return List.copyOf(signatures);
    }

    private static String statement(String content, Meaning meaning, String person, Instant time) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("content", content);
        json.put("meaning", word(meaning));
        json.put("person", person);
        json.put("time", time.toString());
        return CanonicalJson.of(json);
    }

    private static String word(Meaning meaning) {
        return meaning.name().toLowerCase(java.util.Locale.ROOT);
    }
}
