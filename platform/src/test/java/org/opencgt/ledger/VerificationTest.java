package org.opencgt.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.opencgt.ledger.Drafts.draft;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.database.TestDatabase;
import org.opencgt.ledger.Fault.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

class VerificationTest {

    private static final int ENTRIES = 600;
    private static final int UNITS = 7;

    @TempDir
    private Path folder;

    private TestDatabase database;
    private JdbcClient owner;
    private LogKey key;

    @BeforeEach
    void aLedgerOfManyEntries() {
        database = TestDatabase.fresh();
        owner = JdbcClient.create(database.owner());
        key = LogKey.open(folder.resolve("log.key"), "opencgt.example/ledger");
        List<Draft> drafts = IntStream.range(0, ENTRIES)
                .mapToObj(i -> draft().content("{\"dose\":" + i + "}")
                        .on("unit:" + i % UNITS, i / UNITS)
                        .on("batch:\"Ω\"", i)
                        .end())
                .toList();
        try (Checkpointer checkpointer = new Checkpointer(database.runtime(), key, Clock.systemUTC())) {
            Drafts.append(drafts.subList(0, 101), database.runtime());
            checkpointer.checkpoint();
            Drafts.append(drafts.subList(101, 521), database.runtime());
            checkpointer.checkpoint();
            Drafts.append(drafts.subList(521, ENTRIES), database.runtime());
        }
        for (String table : List.of("entry", "entry_subject", "tile", "checkpoint")) {
            owner.sql("ALTER TABLE " + table + " DISABLE TRIGGER only_grows").update();
        }
        owner.sql("ALTER TABLE subject DISABLE TRIGGER stays").update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anUntouchedLedgerHolds() {
        Verification.Report report = verify();

        assertThat(report.faults()).isEmpty();
        assertThat(report.holds()).isTrue();
        assertThat(report.entries()).isEqualTo(ENTRIES);
        assertThat(report.subjects()).isEqualTo(UNITS + 1);
        assertThat(report.checkpoints()).isEqualTo(2);
        assertThat(report.signed()).isEqualTo(521);
    }

    @Test
    void anEmptyLedgerHolds() {
        try (TestDatabase empty = TestDatabase.fresh()) {
            assertThat(Verification.of(empty.runtime(), key.verifier()).run().holds())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            content = replace(content, '300', '301')         | CONTENT
            content = concat(content, '!')  | CONTENT
            header = replace(header, 'performed', 'reviewed')| LEAF
            header = replace(header, ',', ', ')              | HEADER
            header = 'not JSON'                              | HEADER
            leaf = sha256('another')                         | LEAF
            id = 'another'                                   | COLUMN
            type = 'unit.infuse'                             | COLUMN
            performer = 'person:li'                          | COLUMN
            performed_at = performed_at + interval '1 us'    | COLUMN
            recorded_at = recorded_at - interval '1 day'     | COLUMN
            """)
    void aChangedEntryIsFoundAtItsPosition(String change, Kind kind) {
        tamper("UPDATE entry SET " + change + " WHERE position = 300");

        assertThat(verify().faults())
                .contains(Fault.at(kind, 300, detail(kind, change)))
                .isNotEmpty();
        assertThat(verify().faults()).extracting(Fault::position).contains(300L);
    }

    private static String detail(Kind kind, String change) {
        return kind == Kind.COLUMN ? change.substring(0, change.indexOf(' ')) : "";
    }

    @Test
    void anEntryForgedWithAllItsHashesContradictsTreeAndChains() {
        Entry entry =
                new Ledger(JdbcClient.create(database.runtime())).entry(300).orElseThrow();
        String content = entry.content().replace("300", "301");
        String header = entry.header()
                .replace(entry.head().content().hex(), Hash.sha256(content).hex());
        Hash leaf = new Hasher().leaf(header.getBytes(UTF_8));
        owner.sql("UPDATE entry SET content = ?, header = ?, leaf = ? WHERE position = 300")
                .params(content, header, leaf.bytes())
                .update();

        List<Fault> faults = verify().faults();
        assertThat(faults)
                .contains(
                        Fault.at(Kind.TILE, 300, "level 0, index 1"),
                        Fault.at(Kind.CHAIN, 301, "batch:\"Ω\" version 302 after version 301"),
                        Fault.of(Kind.CHECKPOINT_ROOT, "of 521 entries"))
                .doesNotContain(Fault.of(Kind.CHECKPOINT_ROOT, "of 101 entries"));
    }

    @Test
    void aRemovedEntryIsMissed() {
        tamper("DELETE FROM entry WHERE position = 42");
        assertThat(verify().faults()).contains(Fault.at(Kind.ENTRY_MISSING, 42, ""));
    }

    @Test
    void removedLastEntriesAreMissed() {
        tamper("DELETE FROM entry WHERE position >= 590");
        assertThat(verify().faults())
                .contains(Fault.at(Kind.ENTRY_MISSING, 590, ""), Fault.at(Kind.ENTRY_MISSING, 599, ""));

        tamper("UPDATE ledger_head SET size = 590");
        assertThat(verify().faults()).extracting(Fault::kind).contains(Kind.SUBJECT, Kind.HISTORY);

        tamper("UPDATE ledger_head SET size = 500");
        assertThat(verify().faults()).contains(Fault.of(Kind.CHECKPOINT_ROOT, "of 521 entries; there are only 500"));
    }

    @Test
    void twoEntriesThatChangedPlacesAreFound() {
        tamper("UPDATE entry SET position = -position - 1 WHERE position IN (10, 11)", "DROP");
        tamper("UPDATE entry SET position = CASE position WHEN -11 THEN 11 ELSE 10 END WHERE position < 0");
        assertThat(verify().faults())
                .contains(Fault.at(Kind.HEADER, 10, "position 11"), Fault.at(Kind.HEADER, 11, "position 10"));
    }

    @Test
    void anAddedEntryBeyondTheSizeIsFound() {
        tamper("INSERT INTO entry SELECT 600, 'new', type, performer, performed_at, recorded_at, leaf, header, content"
                + " FROM entry WHERE position = 1");
        assertThat(verify().faults()).containsExactly(Fault.at(Kind.ENTRY_BEYOND_SIZE, 600, "new"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE FROM entry_subject WHERE ref = 'unit:3' AND version = 5             | 31
            UPDATE entry_subject SET position = 32 WHERE ref = 'unit:3' AND version = 5| 31
            INSERT INTO entry_subject VALUES ('unit:99', 1, 31)                        | 31
            """)
    void aChangedHistoryIsFound(String sql, long position) {
        tamper(sql);
        assertThat(verify().faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.kind()).isEqualTo(Kind.HISTORY))
                .extracting(Fault::position)
                .contains(position);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE subject SET version = version - 1 WHERE ref = 'unit:3'
            UPDATE subject SET position = position - 1 WHERE ref = 'unit:3'
            UPDATE subject SET head = sha256('x') WHERE ref = 'unit:3'
            UPDATE subject SET ref = 'unit:88' WHERE ref = 'unit:3'
            DELETE FROM subject WHERE ref = 'unit:3'
            """)
    void aChangedHeadOfASubjectIsFound(String sql) {
        tamper(sql);
        assertThat(verify().faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.kind()).isEqualTo(Kind.SUBJECT))
                .extracting(Fault::detail)
                .contains("unit:3");
    }

    @Test
    void aChangedTileIsFoundAtItsEntry() {
        tamper("UPDATE tile SET hashes = set_byte(hashes, 5000, get_byte(hashes, 5000) # 1) WHERE index = 1");
        assertThat(verify().faults()).containsExactly(Fault.at(Kind.TILE, 256 + 5000 / 32, "level 0, index 1"));

        tamper("DELETE FROM tile WHERE index = 1");
        assertThat(verify().faults()).containsExactly(Fault.of(Kind.TILE, "level 0, index 1 is missing"));
    }

    @Test
    void aChangedCheckpointIsFound() {
        tamper("UPDATE checkpoint SET root = sha256('x') WHERE size = 101");
        assertThat(verify().faults()).containsExactly(Fault.of(Kind.CHECKPOINT_SIGNATURE, "of 101 entries"));

        tamper("UPDATE checkpoint SET note = replace(note, '101', '102') WHERE size = 101");
        tamper("UPDATE checkpoint SET note = 'nonsense' WHERE size = 521");
        assertThat(verify().faults())
                .containsExactly(
                        Fault.of(Kind.CHECKPOINT_SIGNATURE, "of 101 entries"),
                        Fault.of(Kind.CHECKPOINT_SIGNATURE, "of 521 entries"));
        assertThat(verify().signed()).isZero();
    }

    @Test
    void aCheckpointByAnotherKeyIsNotOurs() {
        LogKey other = LogKey.open(folder.resolve("other.key"), "opencgt.example/ledger");
        assertThat(Verification.of(database.runtime(), other.verifier()).run().faults())
                .extracting(Fault::kind)
                .containsExactly(Kind.CHECKPOINT_SIGNATURE, Kind.CHECKPOINT_SIGNATURE);
    }

    @Test
    void signaturesOfPersonsAreCheckedByWhoKnowsTheirKeys() {
        Verification.Report report = Verification.of(database.runtime(), key.verifier())
                .withSignatures((header, content) ->
                        content.equals("{\"dose\":77}") ? List.of("not by " + header.performer()) : List.of())
                .run();
        assertThat(report.faults()).containsExactly(Fault.at(Kind.PERSON_SIGNATURE, 77, "not by person:nurse.zhang"));
    }

    private Verification.Report verify() {
        return Verification.of(database.runtime(), key.verifier()).run();
    }

    private void tamper(String sql) {
        assertThat(owner.sql(sql).update()).isPositive();
    }

    private void tamper(String sql, String dropPositionCheck) {
        owner.sql("ALTER TABLE entry " + dropPositionCheck + " CONSTRAINT entry_position_check")
                .update();
        tamper(sql);
    }
}
