package org.opencgt.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Personal;
import org.opencgt.act.Ref;
import org.opencgt.database.DataFolder;
import org.opencgt.database.TestDatabase;
import org.opencgt.subject.Donor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class VaultTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T08:30:00Z"), ZoneOffset.UTC);
    private static final Disclosure DISCLOSURE = new Disclosure("person:nurse.example", "page subject");
    private static final Ref<Donor> DONOR = new Ref<>("donor", "N26-000001-X");
    private static final String NAME = "Mustermann, Erika 示例";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());

    private final Path folder;
    private final Vault vault;

    VaultTest(@TempDir Path folder) {
        this.folder = folder;
        this.vault = newVault();
    }

    private Vault newVault() {
        return new Vault(database.runtime(), new DataFolder(folder), CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsAndReveals() {
        Personal token = vault.keep("name", NAME, DONOR);
        assertThat(token.token()).matches("vault:[0-9a-f]{32}");
        assertThat(vault.reveal(token, DISCLOSURE)).contains(NAME);
        assertThat(newVault().reveal(token, DISCLOSURE)).contains(NAME);
        assertThat(vault.reveal(new Personal("vault:" + "0".repeat(32)), DISCLOSURE))
                .isEmpty();
    }

    @Test
    void nothingInTheDatabaseShowsThePlainText() {
        vault.keep("name", NAME, DONOR);
        vault.find("name", NAME, DISCLOSURE);
        byte[] utf8 = NAME.getBytes(StandardCharsets.UTF_8);
        for (String table : tables()) {
            for (String row : rows(table)) {
                assertThat(row)
                        .as(table)
                        .doesNotContainIgnoringCase("mustermann")
                        .doesNotContain("示例")
                        .doesNotContain(HexFormat.of().formatHex(utf8).substring(0, 16))
                        .doesNotContain(Base64.getEncoder().encodeToString(utf8).substring(0, 12));
            }
        }
    }

    @Test
    void theSameTextIsNeverEncryptedTheSameWay() {
        vault.keep("name", NAME, DONOR);
        vault.keep("name", NAME, DONOR);
        assertThat(owner.sql("select count(distinct ciphertext) from vault")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void recordsWhoSawWhatAndWhyBeforeShowingIt() {
        Personal token = vault.keep("name", NAME, DONOR);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database.runtime()));
        transaction.executeWithoutResult(status -> {
            vault.reveal(token, DISCLOSURE);
            status.setRollbackOnly();
        });
        assertThat(owner.sql("select person, purpose, key from vault_access")
                        .query()
                        .listOfRows())
                .containsExactly(Map.of(
                        "person", "person:nurse.example",
                        "purpose", "page subject",
                        "key", token.token().substring("vault:".length())));
        assertThatThrownBy(() -> new Disclosure("person:nurse.example", " "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRecordOfWhoSawWhatOnlyGrows() {
        vault.reveal(vault.keep("name", NAME, DONOR), DISCLOSURE);
        JdbcClient runtime = JdbcClient.create(database.runtime());
        for (JdbcClient role : List.of(runtime, owner)) {
            for (String sql : List.of(
                    "update vault_access set person = 'nobody'", "delete from vault_access", "delete from vault")) {
                assertThatThrownBy(() -> role.sql(sql).update())
                        .rootCause()
                        .message()
                        .containsAnyOf("denied", "grows");
            }
        }
    }

    @Test
    void forgettingDestroysKeyAndTextAndLeavesATombstone() {
        Personal token = vault.keep("name", NAME, DONOR);
        assertThat(vault.forget(token, "withdrawal of consent")).isTrue();
        assertThat(vault.forget(token, "again")).isFalse();

        assertThat(vault.reveal(token, DISCLOSURE)).isEmpty();
        assertThat(vault.find("name", NAME, DISCLOSURE)).isEmpty();
        assertThat(vault.knows(token)).isTrue();
        assertThat(owner.sql("""
                        select num_nonnulls(master, wrapped_key, nonce, ciphertext, search) || ' ' || field || ' ' || subject
                            || ' ' || forgotten_because from vault where forgotten_at = timestamptz '2026-03-02T08:30Z'
                        """).query(String.class).single())
                .isEqualTo("0 name donor:N26-000001-X withdrawal of consent");
    }

    @Test
    void whatIsForgottenCannotComeBack() {
        Personal token = vault.keep("name", NAME, DONOR);
        owner.sql("create table copy as select * from vault").update();
        vault.forget(token, "withdrawal of consent");
        assertThatThrownBy(() -> owner.sql("""
                        update vault set (master, wrapped_key, nonce, ciphertext, search, forgotten_at, forgotten_because) =
                            (select master, wrapped_key, nonce, ciphertext, search, null::timestamptz, null::text from copy)
                        """).update()).rootCause().hasMessageContaining("forgotten for good");
    }

    @Test
    void aPersonIsForgottenAsAWhole() {
        Personal name = vault.keep("name", NAME, DONOR);
        vault.keep("idNumber", "X-1234", DONOR);
        Personal another = vault.keep("name", NAME, new Ref<>("donor", "N26-000002-X"));
        assertThat(vault.forgetAllOf(DONOR, "withdrawal of consent")).isEqualTo(2);
        assertThat(vault.reveal(List.of(name, another), DISCLOSURE)).containsOnlyKeys(another);
    }

    @Test
    void findsAnExactValueWhateverItsCaseAndPunctuation() {
        Personal token = vault.keep("idNumber", "110101-1990 0101ab", DONOR);
        vault.keep("idNumber", "110101-1990 0101ac", DONOR);
        assertThat(vault.find("idNumber", "110101１９９００１０１AB", DISCLOSURE))
                .extracting(Found::token, found -> found.subject().orElseThrow())
                .containsExactly(org.assertj.core.api.Assertions.tuple(token, DONOR.toString()));
        assertThat(vault.find("idNumber", "110101", DISCLOSURE)).isEmpty();
        assertThat(vault.find("name", "110101-1990 0101ab", DISCLOSURE)).isEmpty();
    }

    @Test
    void takesPartInTheCallersTransaction() throws SQLException {
        Intake intake = vault.intake();
        Personal token = intake.keep("contacts[2].name", NAME);
        assertThat(vault.knows(token)).isFalse();
        try (Connection connection = database.runtime().getConnection()) {
            connection.setAutoCommit(false);
            vault.store(connection, intake, DONOR);
            assertThat(vault.knows(token)).isFalse();
            connection.rollback();
            assertThat(vault.knows(token)).isFalse();
            vault.store(connection, intake, DONOR);
            connection.commit();
            connection.setAutoCommit(true);
        }
        assertThat(vault.reveal(token, DISCLOSURE)).contains(NAME);
        assertThat(vault.find("contacts.name", NAME, DISCLOSURE)).hasSize(1);
    }

    @Test
    void aTokenInTheInputComesBackAndAnInventedOneIsRefused() {
        Personal token = vault.keep("name", NAME, DONOR);
        assertThat(vault.intake().keep("name", token.token())).isEqualTo(token);
        assertThatExceptionOfType(InvalidAct.class)
                .isThrownBy(() -> vault.intake().keep("name", "vault:" + "0".repeat(32)))
                .satisfies(e -> assertThat(e.faults().getFirst().code()).isEqualTo("vault-token-unknown"));
    }

    @Test
    void whatWasAlteredIsNotShown() {
        for (String column : List.of("ciphertext", "nonce", "wrapped_key")) {
            Personal token = vault.keep("name", NAME, DONOR);
            alter("update vault set " + column + " = set_byte(" + column + ", 3, get_byte(" + column + ", 3) # 1)");
            assertAltered(token);
        }
        Personal field = vault.keep("name", NAME, DONOR);
        alter("update vault set field = 'idNumber'");
        assertAltered(field);
    }

    @Test
    void oneEntryCannotStandInForAnother() {
        Personal one = vault.keep("name", "One Example", DONOR);
        Personal other = vault.keep("name", "Another Example", DONOR);
        alter("""
                update vault v set (wrapped_key, nonce, ciphertext) = (select w.wrapped_key, w.nonce, w.ciphertext
                from vault w where w.key <> v.key)
                """);
        assertAltered(one);
        assertAltered(other);
    }

    @Test
    void theMasterKeyIsPrivate() throws IOException {
        Path file = folder.resolve("vault.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(MasterKeys.in(file).orElseThrow().toString()).doesNotContainPattern("[0-9a-f]{32}");
    }

    @Test
    void saysSoWhenTheMasterKeyIsMissingOrAnother() throws IOException {
        vault.keep("name", NAME, DONOR);
        Path file = folder.resolve("vault.key");
        Files.delete(file);
        assertFault("vault-key-missing");

        MasterKeys.make(file);
        assertFault("vault-key-wrong");

        String right = Files.readString(file);
        Files.writeString(file, right.replaceFirst("(key\\.[0-9a-f]{16}=).{8}", "$100000000"));
        assertFault("vault-key-unreadable");
    }

    @Test
    void exchangesTheMasterKeyWithoutLosingAnything() throws IOException {
        Personal before = vault.keep("name", NAME, DONOR);
        Intake pending = vault.intake();
        pending.keep("name", NAME);
        Vault another = newVault();
        MasterKeys old = MasterKeys.in(folder.resolve("vault.key")).orElseThrow();

        vault.exchangeMasterKey();

        MasterKeys fresh = MasterKeys.in(folder.resolve("vault.key")).orElseThrow();
        assertThat(fresh.keys()).hasSize(1).doesNotContainKey(old.current());
        assertThat(vault.reveal(before, DISCLOSURE)).contains(NAME);
        assertThat(vault.find("name", NAME, DISCLOSURE)).hasSize(1);
        assertThat(newVault().reveal(before, DISCLOSURE)).contains(NAME);
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> vault.store(pending, DONOR))
                .satisfies(e -> assertThat(e.fault().code()).isEqualTo("vault-key-exchanged"));
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> another.keep("name", NAME, DONOR))
                .satisfies(e -> assertThat(e.fault().code()).isEqualTo("vault-key-exchanged"));
        assertThat(another.reveal(another.keep("name", NAME, DONOR), DISCLOSURE))
                .contains(NAME);
    }

    private void assertFault(String code) {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(this::newVault)
                .satisfies(e -> assertThat(e.fault().code()).isEqualTo(code));
    }

    private void assertAltered(Personal token) {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> vault.reveal(token, DISCLOSURE))
                .satisfies(e -> assertThat(e.fault().code()).isEqualTo("vault-altered"));
    }

    /** What someone with all rights in the database could do. */
    private void alter(String sql) {
        owner.sql("alter table vault disable trigger guard").update();
        owner.sql(sql).update();
        owner.sql("alter table vault enable always trigger guard").update();
    }

    private List<String> tables() {
        return owner.sql("select tablename from pg_tables where schemaname = 'public'")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> rows(String table) {
        return owner.sql("select t::text from " + table + " t")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
