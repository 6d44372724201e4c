package org.opencgt.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencgt.ledger.Drafts.draft;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.database.TestDatabase;
import org.opencgt.ledger.ExportCheck.Report;
import org.opencgt.ledger.Fault.Kind;

class ExportTest {

    private static final int ENTRIES = 300;

    private static TestDatabase database;
    private static LogKey key;
    private static Export export;

    @BeforeAll
    static void aLedger(@TempDir Path folder) {
        database = TestDatabase.fresh();
        key = LogKey.open(folder.resolve("log.key"), "opencgt.example/ledger");
        export = new Export(database.runtime(), new Checkpointer(database.runtime(), key, Clock.systemUTC()), key);
        List<Draft> drafts = IntStream.range(0, ENTRIES)
                .mapToObj(i -> draft().content("{\"note\":\"第 " + i + "\"}")
                        .on("unit:" + i % 100, i / 100)
                        .on("batch:1", i)
                        .end())
                .toList();
        Drafts.append(drafts, database.runtime());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aSubjectsHistoryProvesItselfWithoutADatabase() throws IOException {
        Report report = check(unit());

        assertThat(report.faults()).isEmpty();
        assertThat(report.entries()).isEqualTo(3);
        assertThat(report.subjects()).containsExactly(Map.entry("unit:7", 3L));
        assertThat(report.key()).isEqualTo(key.verifier());
        assertThat(report.checkpoint()).isNotNull();
    }

    @Test
    void severalSubjectsShareTheirEntries() throws IOException {
        Report report = check(export("unit:7", "unit:8", "batch:1"));
        assertThat(report.faults()).isEmpty();
        assertThat(report.entries()).isEqualTo(ENTRIES);
        assertThat(report.subjects()).containsEntry("batch:1", (long) ENTRIES).hasSize(3);
    }

    @Test
    void everythingProvesItself() throws IOException {
        Report report = check(everything());
        assertThat(report.faults()).isEmpty();
        assertThat(report.entries()).isEqualTo(ENTRIES);
        assertThat(report.subjects()).isEmpty();
    }

    @Test
    void whatDoesNotExistIsNotExported() {
        assertThatThrownBy(() -> export("unit:none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unit:none");
    }

    @Test
    void anyChangedByteIsFound() throws IOException {
        byte[] file = unit();
        List<Integer> unnoticed = new ArrayList<>();
        for (int at = 0; at < file.length; at++) {
            byte[] changed = file.clone();
            changed[at] ^= 1;
            if (check(changed).holds()) {
                unnoticed.add(at);
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    @Test
    void anyCutIsFound() throws IOException {
        byte[] file = unit();
        for (int length = 0; length < file.length; length += 13) {
            assertThat(check(Arrays.copyOf(file, length)).holds()).isFalse();
        }
        assertThat(check(Arrays.copyOf(file, file.length - 1)).holds()).isFalse();
        assertThat(check(Arrays.copyOf(file, file.length + 1)).holds()).isFalse();
    }

    @Test
    void anEntryLeftOutIsFoundEvenIfSomeoneSealsTheFileAgain() throws IOException {
        List<String> lines = new String(unit(), UTF_8).lines().toList();
        List<String> without = new ArrayList<>(lines.subList(0, lines.size() - 1));
        without.remove(2);

        assertThat(check(sealed(without)).faults())
                .contains(Fault.of(Kind.EXPORT, "3 entries are announced, 2 are here"))
                .anySatisfy(fault -> {
                    assertThat(fault.kind()).isEqualTo(Kind.CHAIN);
                    assertThat(fault.detail()).isEqualTo("unit:7 version 3 after version 1");
                });
    }

    @Test
    void aChangedEntryIsFoundAtItsPositionEvenIfSomeoneSealsTheFileAgain() throws IOException {
        List<String> lines = new String(everything(), UTF_8).lines().toList();
        List<String> changed = new ArrayList<>(lines.subList(0, lines.size() - 1));
        changed.set(43, changed.get(43).replace("第 42", "第 43"));
        assertThat(check(sealed(changed)).faults()).containsExactly(Fault.at(Kind.CONTENT, 42, ""));

        List<String> proof = new ArrayList<>(new String(unit(), UTF_8).lines().toList());
        proof.removeLast();
        proof.set(2, proof.get(2).replace("performed\\\"}", "reviewed\\\"}"));
        assertThat(check(sealed(proof)).faults())
                .contains(Fault.at(Kind.LEAF, 107, "the proof does not lead to the checkpoint"));
    }

    @Test
    void anotherLogsExportIsNotOurs(@TempDir Path folder) throws IOException {
        LogKey other = LogKey.open(folder.resolve("log.key"), "opencgt.example/ledger");
        ExportCheck check = ExportCheck.by(other.verifier());
        assertThat(check.check(new ByteArrayInputStream(unit())).faults())
                .containsExactly(Fault.of(Kind.EXPORT, "signed by another key: " + key.verifier()));
        assertThat(ExportCheck.byItsOwnKey()
                        .check(new ByteArrayInputStream(unit()))
                        .holds())
                .isTrue();
    }

    @Test
    void signaturesOfPersonsAreCheckedByWhoKnowsTheirKeys() throws IOException {
        Report report = ExportCheck.by(key.verifier())
                .withSignatures((header, content) -> header.position() == 107 ? List.of("wrong") : List.of())
                .check(new ByteArrayInputStream(unit()));
        assertThat(report.faults()).containsExactly(Fault.at(Kind.PERSON_SIGNATURE, 107, "wrong"));
    }

    private static byte[] unit() throws IOException {
        return export("unit:7");
    }

    private static byte[] export(String... refs) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.subjects(List.of(refs), out);
        return out.toByteArray();
    }

    private static byte[] everything() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.everything(out);
        return out.toByteArray();
    }

    private static Report check(byte[] file) throws IOException {
        return ExportCheck.by(key.verifier()).check(new ByteArrayInputStream(file));
    }

    /** The lines under a seal as the log itself would set it. */
    private static byte[] sealed(List<String> lines) {
        String body = String.join("\n", lines) + "\n";
        String seal = Export.seal(lines.size(), Hash.sha256(body).bytes());
        return (body + Export.lastLine(key.sign(seal)) + "\n").getBytes(UTF_8);
    }
}
