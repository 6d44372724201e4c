package org.opencgt.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opencgt.access.Signer;
import org.opencgt.act.Fault;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.pipeline.NotAuthorised;
import org.opencgt.pipeline.SiteBound;
import org.opencgt.subject.Site;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who calls: a person by name and password, or a service account by its token. Both gave their credentials with the request, so
 * the signing key is open.
 *
 * @see org.opencgt.access.ServiceTokens
 */
final class Caller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Signer signer;
    private final transient @Nullable Ref<Site> boundTo;
    private final transient Function<Ref<? extends Subject>, @Nullable Subject> states;

    /** @param states gives the state of a subject; null where there is none */
    Caller(Signer signer, @Nullable Ref<Site> boundTo, Function<Ref<? extends Subject>, @Nullable Subject> states) {
        super(List.of(new SimpleGrantedAuthority("CALLER")));
        this.signer = signer;
        this.boundTo = boundTo;
        this.states = states;
        setAuthenticated(true);
    }

    Signer signer() {
        return signer;
    }

    @Nullable
    Ref<Site> boundTo() {
        return boundTo;
    }

    /**
     * @throws org.opencgt.pipeline.NotAuthorised where the caller's token is another site's
     */
    void requireReach(Ref<?> subject, Subject state) {
        if (boundTo != null) {
            SiteBound.require(boundTo, subject, state, states);
        }
    }

    boolean reaches(Ref<?> subject, Subject state) {
        return boundTo == null || SiteBound.reaches(boundTo, subject, state, states);
    }

    /**
     * @throws org.opencgt.pipeline.NotAuthorised where the caller's token is bound to a site
     */
    void requireNoBond(String entry) {
        if (boundTo != null) {
            throw new NotAuthorised(Fault.at("", "other-site", boundTo.id(), entry));
        }
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getPrincipal() {
        return signer.person().toString();
    }
}
