package org.opencgt.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Bearer tokens of service accounts: {@code ocgt_<id>_<secret>}. The server keeps no token, only what recognises it; the secret
 * opens the account's own signing key. A token is bound to one site.
 */
@Service
public class ServiceTokens {

    static final String PREFIX = "ocgt_";

    private final JdbcClient jdbc;
    private final Clock clock;

    public ServiceTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whom a token stands for. */
    public record Bearer(Signer signer, Ref<Site> site) {}

    /** A new token with a signing key of its own; {@code access.issue-key} makes the key known. */
    public NewToken make(Ref<Person> account, Ref<Site> site, Instant expires) {
        return new NewToken(account, site, expires, clock.instant());
    }

    /** Whom the token stands for; nobody if it is unknown, expired or revoked. */
    public Optional<Bearer> bearer(String token) {
        int cut = token.indexOf('_', PREFIX.length());
        if (!token.startsWith(PREFIX) || cut < 0) {
            return Optional.empty();
        }
        byte[] secret;
        try {
            secret = Base64.getUrlDecoder().decode(token.substring(cut + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        KeyDerivation derived = KeyDerivation.ofToken(secret);
        return jdbc.sql("select * from service_token where id = ? and revoked_at is null and expires_at > ?")
                .params(token.substring(PREFIX.length(), cut), Timestamp.from(clock.instant()))
                .query((rs, n) -> bearer(
                        derived,
                        rs.getBytes("verifier"),
                        rs.getString("login"),
                        rs.getString("site"),
                        rs.getBytes("wrapped_key")))
                .optional()
                .flatMap(Optional::ofNullable);
    }

    /**
     * Ends a token at once.
     *
     * @return false where the account has no such token, or had it ended before
     */
    public boolean revoke(Ref<Person> account, String id) {
        return jdbc.sql("update service_token set revoked_at = ? where login = ? and id = ? and revoked_at is null")
                        .params(Timestamp.from(clock.instant()), account.id(), id)
                        .update()
                > 0;
    }

    private static @Nullable Bearer bearer(
            KeyDerivation derived, byte[] verifier, String login, String site, byte[] key) {
        return derived.matches(verifier)
                ? new Bearer(new Signer(new Ref<>("person", login), derived.unwrap(key)), Ref.parse(site))
                : null;
    }
}
