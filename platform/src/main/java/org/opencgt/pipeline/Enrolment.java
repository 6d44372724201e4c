package org.opencgt.pipeline;

import java.time.Instant;
import java.util.List;
import org.opencgt.access.Credentials;
import org.opencgt.access.NewSecret;
import org.opencgt.access.NewToken;
import org.opencgt.access.ServiceTokens;
import org.opencgt.access.Signer;
import org.opencgt.act.Ref;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Gives people passwords and service accounts tokens; the new signing key becomes known by an act of the administrator. */
@Service
public class Enrolment {

    private final Credentials credentials;
    private final ServiceTokens tokens;
    private final Pipeline pipeline;

    Enrolment(Credentials credentials, ServiceTokens tokens, Pipeline pipeline) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.pipeline = pipeline;
    }

    /**
     * A first or a new password. Earlier signatures stay valid under the earlier key. Where the act is refused or cannot be stored,
     * the earlier password stays too.
     *
     * @throws org.opencgt.access.NotSignedIn if the password is too short
     */
    public Outcome enrol(Ref<Person> person, char[] password, boolean changeNeeded, Signer administrator) {
        return issueKey(person, credentials.make(person, password, changeNeeded), administrator);
    }

    /** A token and what became of the act that makes its key known; only an accepted act makes the token one. */
    public record TokenIssued(NewToken token, Outcome outcome) {}

    /** A token for a service account, bound to a site. It takes the place of the account's earlier key in signing. */
    public TokenIssued issueToken(Ref<Person> account, Ref<Site> site, Instant expires, Signer administrator) {
        NewToken token = tokens.make(account, site, expires);
        return new TokenIssued(token, issueKey(account, token, administrator));
    }

    private Outcome issueKey(Ref<Person> person, NewSecret secret, Signer administrator) {
        ObjectNode act =
                Json.MAPPER.createObjectNode().put("person", person.toString()).put("publicKey", secret.publicKey());
        return pipeline.perform(
                Request.of(PersonSignatures.ISSUE, act, List.of(administrator)), List.of(new IssuedKey(secret)));
    }
}
