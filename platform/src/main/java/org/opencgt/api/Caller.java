package org.opencgt.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.access.Signer;
import org.opencgt.act.Ref;
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

    Caller(Signer signer, @Nullable Ref<Site> boundTo) {
        super(List.of(new SimpleGrantedAuthority("CALLER")));
        this.signer = signer;
        this.boundTo = boundTo;
        setAuthenticated(true);
    }

    Signer signer() {
        return signer;
    }

    @Nullable
    Ref<Site> boundTo() {
        return boundTo;
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
