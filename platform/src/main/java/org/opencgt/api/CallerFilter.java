package org.opencgt.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.opencgt.access.Credentials;
import org.opencgt.access.NotSignedIn;
import org.opencgt.access.ServiceTokens;
import org.opencgt.act.Fault;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.ledger.LedgerException.LedgerUnavailable.Reason;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.subject.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads {@code Authorization: Basic} (a person) or {@code Bearer} (a service account). Every request brings its credentials; those of
 * somebody who is no longer active open nothing.
 */
final class CallerFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(CallerFilter.class);

    private final Credentials credentials;
    private final ServiceTokens tokens;
    private final SubjectReading subjects;
    private final Problems problems;

    CallerFilter(Credentials credentials, ServiceTokens tokens, SubjectReading subjects, Problems problems) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.subjects = subjects;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        try {
            if (header != null) {
                SecurityContextHolder.getContext().setAuthentication(caller(header, request.getRemoteAddr()));
            }
        } catch (NotSignedIn e) {
            problems.write(response, problems.of(e, ApiLanguage.of(request)));
            return;
        } catch (RuntimeException e) {
            Reason reason = Reason.of(e).orElseThrow(() -> e);
            LOG.warn("nobody can sign in: {}", e.getMessage());
            problems.write(response, problems.unavailable(reason, ApiLanguage.of(request)));
            return;
        }
        chain.doFilter(request, response);
    }

    private Caller caller(String header, String origin) {
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            ServiceTokens.Bearer bearer = tokens.bearer(header.substring(7).strip())
                    .orElseThrow(() -> new NotSignedIn(Fault.at("Authorization", "token-refused")));
            requireActive(bearer.signer().person());
            return new Caller(bearer.signer(), bearer.site(), this::state);
        }
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            String pair = decoded(header.substring(6).strip());
            int colon = pair.indexOf(':');
            if (colon > 0) {
                var signer = credentials.open(
                        pair.substring(0, colon), pair.substring(colon + 1).toCharArray(), origin);
                requireActive(signer.person());
                return new Caller(signer, null, this::state);
            }
        }
        throw malformed();
    }

    private @Nullable Subject state(Ref<? extends Subject> subject) {
        return subjects.now(subject).map(SubjectReading.Standing::state).orElse(null);
    }

    private void requireActive(Ref<Person> person) {
        if (!(state(person) instanceof Person known) || !known.active()) {
            throw new NotSignedIn(Fault.at("Authorization", "inactive", person.id()));
        }
    }

    private static String decoded(String basic) {
        try {
            return new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static NotSignedIn malformed() {
        return new NotSignedIn(Fault.at("Authorization", "authorization-malformed"));
    }
}
