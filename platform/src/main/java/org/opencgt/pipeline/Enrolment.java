package org.opencgt.pipeline;

import java.util.List;
import org.opencgt.access.Credentials;
import org.opencgt.access.ServiceTokens;
import org.opencgt.access.Signer;
import org.opencgt.act.Ref;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;
import org.springframework.stereotype.Service;

/** Gives people passwords and service accounts tokens; the new signing key becomes known by an act of the administrator. */
@Service
public class Enrolment {

    private static final String ISSUE_KEY = "access.issue-key";

    private final Credentials credentials;
    private final ServiceTokens tokens;
    private final Pipeline pipeline;

    Enrolment(Credentials credentials, ServiceTokens tokens, Pipeline pipeline) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.pipeline = pipeline;
    }

    /**
     * A first or a new password. Earlier signatures stay valid under the earlier key.
     *
     * @return what became of the act; the password opens the account, but signs nothing unless it was accepted
     */
    public Outcome enrol(Ref<Person> person, char[] password, boolean changeNeeded, Signer administrator) {
        return issueKey(
                person, credentials.enrol(person, password, changeNeeded).publicKey(), administrator);
    }

    /** A token and what became of the act that makes its key known. */
    public record TokenIssued(String token, Outcome outcome) {}

    /** A token for a service account, bound to a site. */
    public TokenIssued issueToken(
            Ref<Person> account, Ref<Site> site, java.time.Instant expires, Signer administrator) {
        ServiceTokens.Issued issued = tokens.issue(account, site, expires);
        return new TokenIssued(issued.token(), issueKey(account, issued.publicKey(), administrator));
    }

    private Outcome issueKey(Ref<Person> person, String publicKey, Signer administrator) {
        var act =
                Json.MAPPER.createObjectNode().put("person", person.toString()).put("publicKey", publicKey);
        return pipeline.perform(Request.of(ISSUE_KEY, act, List.of(administrator)));
    }
}
