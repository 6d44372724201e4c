package org.opencgt.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.database.DataFolder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Service;

/**
 * Personal data of donors and recipients, outside the ledger. The ledger and everything else hold tokens.
 *
 * <p>Each entry is encrypted under a key of its own, and that under the master key in {@code vault.key}; forgetting destroys
 * both the key and the ciphertext and leaves a tombstone. What is shown is recorded first, in a transaction of its own.
 *
 * <p>Methods take part in the caller's Spring transaction; those that take a connection, in that connection's.
 */
@Service
public class Vault {

    /** What the database says to an entry under a master key that is being destroyed. */
    private static final String RETIRED = "OC003";

    private static final int ROTATION_ROWS = 500;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path keyFile;
    private volatile MasterKeys keys;

    /** @throws VaultException when the master key of the database's entries is not in the folder */
    public Vault(DataSource dataSource, DataFolder folder, Clock clock) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
        this.keyFile = folder.file(MasterKeys.FILE);
        this.keys = openKeys();
    }

    /** Begins to take in the personal data of one act. */
    public Intake intake() {
        return new Intake(this);
    }

    /** Stores what an act's reading took in. */
    public void store(Intake intake, @Nullable Ref<?> subject) {
        store(jdbc, intake.entries(), subject);
    }

    /** Stores what an act's reading took in, in the transaction of a connection. */
    public void store(Connection connection, Intake intake, @Nullable Ref<?> subject) {
        if (!intake.entries().isEmpty()) {
            JdbcClient own = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            store(own, intake.entries(), subject);
        }
    }

    /** Encrypts and stores one text. */
    public Personal keep(String field, String plain, @Nullable Ref<?> subject) {
        Intake intake = intake();
        Personal token = intake.keep(field, plain);
        store(intake, subject);
        return token;
    }

    /**
     * The plain text; none when it is forgotten or was never kept.
     *
     * @throws VaultException when it was altered, or its master key is not there
     */
    public Optional<String> reveal(Personal token, Disclosure disclosure) {
        return Optional.ofNullable(reveal(List.of(token), disclosure).get(token));
    }

    /** The plain texts of those that are not forgotten. */
    public Map<Personal, String> reveal(Collection<Personal> tokens, Disclosure disclosure) {
        List<String> wanted = tokens.stream().map(Vault::key).distinct().toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        List<SealedEntry> entries = jdbc.sql("select * from vault where key in (:keys) and forgotten_at is null")
                .param("keys", wanted)
                .query(Vault::entry)
                .list();
        record(entries.stream().map(SealedEntry::key).toList(), disclosure);
        Map<Personal, String> plain = new HashMap<>();
        for (SealedEntry entry : entries) {
            plain.put(entry.token(), entry.open(master(entry.master())));
        }
        return plain;
    }

    /** Entries of a field with exactly this value; letter case, spaces and punctuation do not matter. */
    public List<Found> find(String field, String value, Disclosure disclosure) {
        List<Found> found = jdbc.sql(
                        "select key, field, subject from vault where search = ? and field = ? order by made_at")
                .param(SealedEntry.search(keys, field, value))
                .param(field)
                .query((row, number) -> new Found(
                        new Personal(SealedEntry.PREFIX + row.getString("key")),
                        row.getString("field"),
                        Optional.ofNullable(row.getString("subject"))))
                .list();
        record(found.stream().map(hit -> key(hit.token())).toList(), disclosure);
        return found;
    }

    /** Whether the token was issued here, be the entry forgotten or not. */
    public boolean knows(Personal token) {
        return jdbc.sql("select exists (select 1 from vault where key = ?)")
                .param(key(token))
                .query(Boolean.class)
                .single();
    }

    /**
     * Destroys an entry's key and ciphertext. That it existed, and why it was forgotten, stays.
     *
     * @return false when it was forgotten before or never kept
     */
    public boolean forget(Personal token, String reason) {
        return forget("key = ?", key(token), reason) == 1;
    }

    /**
     * Destroys all personal data of a donor or recipient.
     *
     * @return how many entries
     */
    public int forgetAllOf(Ref<?> subject, String reason) {
        return forget("subject = ?", subject.toString(), reason);
    }

    /**
     * Makes a new master key, wraps all entries under it and destroys the old ones. Afterwards no copy of an entry made
     * before, in a backup or in freed space of the disk, can be opened. May be repeated when it was interrupted. An act whose
     * data were taken in before the exchange and stored after it is refused; the next attempt succeeds.
     */
    public synchronized void exchangeMasterKey() {
        keys = keys.withNewKey();
        register(keys.current());
        MasterKeys both = keys;
        jdbc.sql("update vault_key set retired_at = ? where id <> ? and retired_at is null")
                .param(now())
                .param(both.current())
                .update();
        byte[] current = master(both.current());
        for (List<SealedEntry> old = wrappedByOthers(both); !old.isEmpty(); old = wrappedByOthers(both)) {
            for (SealedEntry entry : old) {
                jdbc.sql("update vault set master = ?, wrapped_key = ? where key = ? and forgotten_at is null")
                        .param(both.current())
                        .param(entry.rewrap(master(entry.master()), current))
                        .param(entry.key())
                        .update();
            }
        }
        keys = both.withCurrentKeyOnly();
    }

    private List<SealedEntry> wrappedByOthers(MasterKeys than) {
        return jdbc.sql("select * from vault where master <> ? order by key limit ?")
                .param(than.current())
                .param(ROTATION_ROWS)
                .query(Vault::entry)
                .list();
    }

    SealedEntry seal(String field, String plain) {
        return SealedEntry.of(field, plain, keys);
    }

    SealedEntry seal(String field, Ref<?> subject, String plain) {
        return SealedEntry.of(field.replaceAll("\\[[0-9]+]", ""), subject, plain, keys);
    }

    /** The token that this text of this subject has, or would have ({@link org.opencgt.act.Whose}). */
    public Personal token(Ref<?> subject, String plain) {
        return new Personal(SealedEntry.PREFIX + SealedEntry.key(subject, plain, keys));
    }

    /** A hash of a text that may hold personal data: without the vault’s key nobody can find out by guessing what it was. */
    public String digest(String text) {
        return HexFormat.of().formatHex(Seal.hmac(keys.index(), ("digest\0" + text).getBytes(StandardCharsets.UTF_8)));
    }

    private void store(JdbcClient in, List<SealedEntry> entries, @Nullable Ref<?> subject) {
        for (SealedEntry entry : entries) {
            if (!entry.master().equals(keys.current())) {
                throw VaultException.keyExchanged();
            }
            try {
                insert(in, entry, subject);
            } catch (DataAccessException e) {
                if (e.getRootCause() instanceof SQLException refused && RETIRED.equals(refused.getSQLState())) {
                    keys = readKeys(entry.master());
                    throw VaultException.keyExchanged();
                }
                throw e;
            }
        }
    }

    private void insert(JdbcClient in, SealedEntry entry, @Nullable Ref<?> subject) {
        Ref<?> owner = entry.subject() == null ? subject : entry.subject();
        in.sql("""
                insert into vault (key, field, subject, master, wrapped_key, nonce, ciphertext, search, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (key) do nothing
                """)
                .param(entry.key())
                .param(entry.field())
                .param(owner == null ? null : owner.toString())
                .param(entry.master())
                .param(entry.wrappedKey())
                .param(entry.nonce())
                .param(entry.ciphertext())
                .param(entry.search())
                .param(now())
                .update();
    }

    private int forget(String condition, String value, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("personal data are forgotten for a stated reason only");
        }
        return jdbc.sql("""
                        update vault set master = null, wrapped_key = null, nonce = null, ciphertext = null, search = null,
                            forgotten_at = ?, forgotten_because = ?
                        where forgotten_at is null and
                        """ + condition).param(now()).param(reason).param(value).update();
    }

    /** On a connection of its own: what was shown stays recorded whatever becomes of the caller's transaction. */
    private void record(List<String> shown, Disclosure disclosure) {
        if (shown.isEmpty()) {
            return;
        }
        String sql = "insert into vault_access (key, person, at, purpose) values (?, ?, ?, ?)";
        try (Connection connection = dataSource.getConnection();
                var insert = connection.prepareStatement(sql)) {
            for (String key : shown) {
                insert.setString(1, key);
                insert.setString(2, disclosure.person());
                insert.setTimestamp(3, now());
                insert.setString(4, disclosure.purpose());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new UncategorizedSQLException("record who sees personal data", sql, e);
        }
    }

    /** The file is read again for a key that another server has made meanwhile. */
    private byte[] master(String name) {
        Optional<byte[]> key = keys.key(name);
        if (key.isEmpty()) {
            keys = readKeys(name);
            key = keys.key(name);
        }
        return key.orElseThrow(() -> VaultException.keyWrong(keyFile, name));
    }

    private MasterKeys readKeys(String needed) {
        return MasterKeys.in(keyFile).orElseThrow(() -> VaultException.keyMissing(keyFile, needed));
    }

    private MasterKeys openKeys() {
        List<String> needed = jdbc.sql("select id from vault_key where retired_at is null order by made_at desc")
                .query((row, number) -> row.getString("id"))
                .list();
        Optional<MasterKeys> kept = MasterKeys.in(keyFile);
        if (needed.isEmpty()) {
            MasterKeys first = kept.orElseGet(() -> MasterKeys.make(keyFile));
            register(first.current());
            return first;
        }
        MasterKeys found = kept.orElseThrow(() -> VaultException.keyMissing(keyFile, needed.getFirst()));
        for (String id : needed) {
            if (found.key(id).isEmpty()) {
                throw VaultException.keyWrong(keyFile, id);
            }
        }
        register(found.current());
        return found;
    }

    private void register(String id) {
        jdbc.sql("insert into vault_key (id, made_at) values (?, ?) on conflict do nothing")
                .param(id)
                .param(now())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }

    private static String key(Personal token) {
        return token.token().startsWith(SealedEntry.PREFIX)
                ? token.token().substring(SealedEntry.PREFIX.length())
                : token.token();
    }

    private static SealedEntry entry(ResultSet row, int number) throws SQLException {
        return new SealedEntry(
                row.getString("key"),
                row.getString("field"),
                row.getString("subject") == null ? null : Ref.parse(row.getString("subject")),
                row.getString("master"),
                row.getBytes("wrapped_key"),
                row.getBytes("nonce"),
                row.getBytes("ciphertext"),
                row.getBytes("search"));
    }
}
