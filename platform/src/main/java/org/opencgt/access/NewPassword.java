package org.opencgt.access;

import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Instant;
import org.opencgt.act.Ref;
import org.opencgt.subject.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A person's password and the signing key under it, not stored yet. Replaces the person's earlier one. */
public final class NewPassword implements NewSecret {

    private final Signer signer;
    private final byte[] salt;
    private final byte[] verifier;
    private final byte[] wrappedKey;
    private final boolean changeNeeded;
    private final Instant made;

    NewPassword(Ref<Person> person, char[] password, byte[] key, boolean changeNeeded, Instant made) {
        this.signer = new Signer(person, key);
        this.salt = KeyDerivation.random(16);
        KeyDerivation derived =
                KeyDerivation.ofPassword(password, salt, KeyDerivation.MEMORY_KIB, KeyDerivation.ITERATIONS);
        this.verifier = derived.verifier();
        this.wrappedKey = derived.wrap(key);
        this.changeNeeded = changeNeeded;
        this.made = made;
    }

    Signer signer() {
        return signer;
    }

    @Override
    public String publicKey() {
        return signer.publicKey();
    }

    @Override
    public void store(Connection connection) {
        store(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }

    void store(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into credential(login, salt, memory_kib, iterations, verifier, public_key, wrapped_key,
                                               change_needed, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (login) do update set salt = excluded.salt, memory_kib = excluded.memory_kib,
                            iterations = excluded.iterations, verifier = excluded.verifier, public_key = excluded.public_key,
                            wrapped_key = excluded.wrapped_key, change_needed = excluded.change_needed, failures = 0,
                            locked_until = null, changed_at = excluded.changed_at
                        """)
                .params(
                        signer.person().id(),
                        salt,
                        KeyDerivation.MEMORY_KIB,
                        KeyDerivation.ITERATIONS,
                        verifier,
                        java.util.Base64.getDecoder().decode(publicKey()),
                        wrappedKey,
                        changeNeeded,
                        Timestamp.from(made))
                .update();
    }
}
