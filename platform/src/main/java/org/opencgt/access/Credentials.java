package org.opencgt.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Fault;
import org.opencgt.act.Ref;
import org.opencgt.subject.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Passwords of people. A password opens two things: the door, and the person's Ed25519 signing key, which only it can open. The
 * login is the identifier of the person.
 */
@Service
public class Credentials {

    /** Wrong passwords in a row after which an account is locked. */
    static final int FAILURES = 5;

    /** How long the first lock lasts; each further one twice as long, a day at the most. */
    static final Duration LOCK = Duration.ofMinutes(15);

    /** Fewest characters of a password (NIST SP 800-63B). */
    public static final int PASSWORD_LENGTH = 12;

    /** What a login can look like: the identifier of a person. */
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._%=-]{0,63}");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final byte[] nobodysSalt = KeyDerivation.random(16);

    public Credentials(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Gives a person a password and a new signing key at once, where no act can make the key known yet: before the first entry of
     * the ledger.
     */
    public Signer enrol(Ref<Person> person, char[] password, boolean changeNeeded) {
        NewPassword made = make(person, password, changeNeeded);
        made.store(jdbc);
        return made.signer();
    }

    /**
     * A password and a new signing key; {@code access.issue-key} makes the key known.
     *
     * @param changeNeeded whether the person must choose another password before anything else
     * @throws NotSignedIn if the password is too short
     */
    public NewPassword make(Ref<Person> person, char[] password, boolean changeNeeded) {
        requireLong(password);
        byte[] key = new Ed25519PrivateKeyParameters(new java.security.SecureRandom()).getEncoded();
        return new NewPassword(person, password, key, changeNeeded, clock.instant());
    }

    /** Wraps the person's key under a new password. */
    public void changePassword(Ref<Person> person, char[] old, char[] fresh) {
        requireLong(fresh);
        if (java.util.Arrays.equals(old, fresh)) {
            throw new NotSignedIn(Fault.at("password", "password-same"));
        }
        Row row = row(person.id()).orElseThrow(() -> new NotSignedIn(Fault.at("password", "sign-in-refused")));
        if (!(signIn(person.id(), old, null) instanceof SignIn.Granted)) {
            throw new NotSignedIn(Fault.at("password", "sign-in-refused"));
        }
        byte[] key = KeyDerivation.ofPassword(old, row.salt, row.memoryKib, row.iterations)
                .unwrap(row.wrappedKey);
        new NewPassword(person, fresh, key, false, clock.instant()).store(jdbc);
    }

    /** Whether the person has credentials. */
    public boolean knows(Ref<Person> person) {
        return row(person.id()).isPresent();
    }

    /** Whether anybody has. */
    public boolean empty() {
        return jdbc.sql("select not exists (select 1 from credential)")
                .query(Boolean.class)
                .single();
    }

    /** Tries the credentials; a wrong password counts towards the lock. */
    public SignIn signIn(String login, char[] password, @Nullable String origin) {
        Optional<Row> found = LOGIN.matcher(login).matches() ? row(login) : Optional.empty();
        if (found.isEmpty()) {
            // the same work as for somebody who exists, so that time does not tell
            KeyDerivation.ofPassword(password, nobodysSalt, KeyDerivation.MEMORY_KIB, KeyDerivation.ITERATIONS);
            note(login, "unknown", origin);
            return new SignIn.Refused();
        }
        Row row = found.get();
        Instant now = clock.instant();
        if (row.lockedUntil != null && now.isBefore(row.lockedUntil)) {
            note(login, "locked", origin);
            return new SignIn.Locked(row.lockedUntil);
        }
        KeyDerivation derived = KeyDerivation.ofPassword(password, row.salt, row.memoryKib, row.iterations);
        if (!derived.matches(row.verifier)) {
            note(login, "refused", origin);
            return failed(login, now);
        }
        if (row.failures > 0) {
            jdbc.sql("update credential set failures = 0, locked_until = null where login = ?")
                    .param(login)
                    .update();
        }
        note(login, "granted", origin);
        return new SignIn.Granted(
                new Signer(new Ref<>("person", login), derived.unwrap(row.wrappedKey)), row.changeNeeded);
    }

    /**
     * Opens the key of somebody who signs.
     *
     * @throws NotSignedIn if the credentials are wrong, the account is locked, or the password was given by somebody else and
     *     not changed since: with such a password two people could sign as one
     */
    public Signer open(String login, char[] password) {
        return open(login, password, null);
    }

    /**
     * The same from somewhere.
     *
     * @param origin address of the client
     */
    public Signer open(String login, char[] password, @Nullable String origin) {
        return switch (signIn(login, password, origin)) {
            case SignIn.Granted(Signer signer, boolean changeNeeded) -> {
                if (changeNeeded) {
                    throw new NotSignedIn(Fault.at("password", "password-change-needed"));
                }
                yield signer;
            }
            case SignIn.Refused() -> throw new NotSignedIn(Fault.at("password", "sign-in-refused"));
            case SignIn.Locked(Instant until) ->
                throw new NotSignedIn(Fault.at("password", "sign-in-locked", until.toString()));
        };
    }

    private SignIn failed(String login, Instant now) {
        int failures = jdbc.sql("update credential set failures = failures + 1 where login = ? returning failures")
                .param(login)
                .query(Integer.class)
                .single();
        if (failures < FAILURES || failures % FAILURES != 0) {
            return new SignIn.Refused();
        }
        int doublings = Math.min(failures / FAILURES - 1, 7);
        Duration lock = LOCK.multipliedBy(1L << doublings);
        Instant until = now.plus(lock.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : lock);
        jdbc.sql("update credential set locked_until = ? where login = ?")
                .params(Timestamp.from(until), login)
                .update();
        return new SignIn.Locked(until);
    }

    private static void requireLong(char[] password) {
        if (password.length < PASSWORD_LENGTH) {
            throw new NotSignedIn(Fault.at("password", "password-short", PASSWORD_LENGTH));
        }
    }

    private void note(String login, String result, @Nullable String origin) {
        String shown = (login.length() > 64 ? login.substring(0, 64) : login).replaceAll("\\p{C}", "\uFFFD");
        jdbc.sql("insert into sign_in(login, result, origin) values (?, ?, ?)")
                .param(shown)
                .param(result)
                .param(origin)
                .update();
    }

    private record Row(
            byte[] salt,
            int memoryKib,
            int iterations,
            byte[] verifier,
            byte[] wrappedKey,
            boolean changeNeeded,
            int failures,
            @Nullable Instant lockedUntil) {}

    private Optional<Row> row(String login) {
        return jdbc.sql("select * from credential where login = ?")
                .param(login)
                .query((rs, n) -> {
                    Timestamp locked = rs.getTimestamp("locked_until");
                    return new Row(
                            rs.getBytes("salt"),
                            rs.getInt("memory_kib"),
                            rs.getInt("iterations"),
                            rs.getBytes("verifier"),
                            rs.getBytes("wrapped_key"),
                            rs.getBoolean("change_needed"),
                            rs.getInt("failures"),
                            locked == null ? null : locked.toInstant());
                })
                .optional();
    }
}
