package org.opencgt.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.access.Signer;
import org.opencgt.act.Signature;
import org.opencgt.ledger.CanonicalJson;
import org.opencgt.ledger.Hash;
import org.opencgt.ledger.Header;
import org.opencgt.ledger.SignatureCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Checks the signatures of people with the keys that {@code access.issue-key} acts made known. */
public final class PersonSignatures implements SignatureCheck {

    /** The type of the acts that make keys known. */
    static final String ISSUE = "access.issue-key";

    /** A key that the ledger knows. */
    private record Known(String person, String publicKey) {}

    private final Map<String, Known> keys = new HashMap<>();

    /**
     * @param issued contents of {@code access.issue-key} entries
     */
    public PersonSignatures(Collection<String> issued) {
        for (String content : issued) {
            JsonNode act = Json.MAPPER.readTree(content).required("act");
            String publicKey = act.required("publicKey").stringValue();
            keys.put(
                    Signer.keyId(java.util.Base64.getDecoder().decode(publicKey)),
                    new Known(act.required("person").stringValue(), publicKey));
        }
    }

    /** With all keys of a ledger. */
    public static PersonSignatures of(JdbcClient jdbc) {
        return new PersonSignatures(jdbc.sql("select content from entry where type = ?")
                .param(ISSUE)
                .query((row, n) -> row.getString(1))
                .list());
    }

    @Override
    public List<String> faults(Header header, String content) {
        List<String> faults = new ArrayList<>();
        Hash hash = Hash.sha256(header.type().equals(Pipeline.REFUSAL) ? refused(content) : content);
        List<Signature> signatures = Signing.parse(Json.MAPPER.readTree(header.signatures()));
        if (signatures.isEmpty()) {
            faults.add("nobody signed");
        }
        for (Signature signature : signatures) {
            Known known = keys.get(signature.key());
            if (known == null) {
                faults.add("the key " + signature.key() + " of " + signature.person() + " is not known");
            } else if (!known.person.equals(signature.person())) {
                faults.add(
                        "the key " + signature.key() + " is " + known.person + "'s, not " + signature.person() + "'s");
            } else if (!Signing.holds(signature, hash, known.publicKey)) {
                faults.add("the signature of " + signature.person() + " is not under this content");
            }
        }
        if (!signatures.isEmpty() && !signatures.getFirst().person().equals(header.performer())) {
            faults.add("the first signer is not the performer");
        }
        return faults;
    }

    /** Who tried signed the act, which stands within the entry of the attempt. */
    private static String refused(String content) {
        return CanonicalJson.of(Json.MAPPER.readTree(content).required("refused"));
    }
}
