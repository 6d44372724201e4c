package org.opencgt.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.opencgt.access.Credentials;
import org.opencgt.access.NotSignedIn;
import org.opencgt.access.ServiceTokens;
import org.opencgt.act.Fault;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads {@code Authorization: Basic} (a person) or {@code Bearer} (a service account). Every request brings its credentials. */
final class CallerFilter extends OncePerRequestFilter {

    private final Credentials credentials;
    private final ServiceTokens tokens;
    private final Problems problems;

    CallerFilter(Credentials credentials, ServiceTokens tokens, Problems problems) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        try {
            if (header != null) {
                SecurityContextHolder.getContext().setAuthentication(caller(header));
            }
        } catch (NotSignedIn e) {
            problems.write(response, problems.of(e, request.getLocale()));
            return;
        }
        chain.doFilter(request, response);
    }

    private Caller caller(String header) {
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            ServiceTokens.Bearer bearer = tokens.bearer(header.substring(7).strip())
                    .orElseThrow(() -> new NotSignedIn(Fault.at("Authorization", "token-refused")));
            return new Caller(bearer.signer(), bearer.site());
        }
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            try {
                String pair = new String(
                        Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
                int colon = pair.indexOf(':');
                if (colon > 0) {
                    return new Caller(
                            credentials.open(
                                    pair.substring(0, colon),
                                    pair.substring(colon + 1).toCharArray()),
                            null);
                }
            } catch (IllegalArgumentException e) {
                throw new NotSignedIn(Fault.at("Authorization", "authorization-malformed"));
            }
        }
        throw new NotSignedIn(Fault.at("Authorization", "authorization-malformed"));
    }
}
