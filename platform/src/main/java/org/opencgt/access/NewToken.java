package org.opencgt.access;

import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.opencgt.act.Ref;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A token of a service account and the signing key under it, not stored yet. */
public final class NewToken implements NewSecret {

    private final Ref<Person> account;
    private final Ref<Site> site;
    private final Instant expires;
    private final Instant made;
    private final String id;
    private final String token;
    private final byte[] verifier;
    private final byte[] publicKey;
    private final byte[] wrappedKey;

    NewToken(Ref<Person> account, Ref<Site> site, Instant expires, Instant made) {
        this.account = account;
        this.site = site;
        this.expires = expires;
        this.made = made;
        this.id = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(KeyDerivation.random(9))
                .replace('_', '-');
        byte[] secret = KeyDerivation.random(32);
        this.token = ServiceTokens.PREFIX + id + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        KeyDerivation derived = KeyDerivation.ofToken(secret);
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new java.security.SecureRandom());
        this.verifier = derived.verifier();
        this.publicKey = key.generatePublicKey().getEncoded();
        this.wrappedKey = derived.wrap(key.getEncoded());
    }

    /** The whole token, to be shown once. */
    public String token() {
        return token;
    }

    /** Names the token without opening anything. */
    public String id() {
        return id;
    }

    public Instant expires() {
        return expires;
    }

    @Override
    public String publicKey() {
        return Base64.getEncoder().encodeToString(publicKey);
    }

    @Override
    public void store(Connection connection) {
        JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql("""
                        insert into service_token(id, login, site, verifier, public_key, wrapped_key, expires_at, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        account.id(),
                        site.toString(),
                        verifier,
                        publicKey,
                        wrappedKey,
                        Timestamp.from(expires),
                        Timestamp.from(made))
                .update();
    }
}
