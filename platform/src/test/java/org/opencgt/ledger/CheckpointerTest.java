package org.opencgt.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencgt.ledger.Drafts.draft;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class CheckpointerTest {

    @TempDir
    private Path folder;

    private TestDatabase database;
    private Checkpointer checkpointer;
    private LogKey key;
    private Ledger ledger;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        key = LogKey.open(folder.resolve("log.key"), "opencgt.example/ledger");
        checkpointer = new Checkpointer(database.runtime(), key, Clock.systemUTC());
        ledger = new Ledger(JdbcClient.create(database.runtime()));
    }

    @AfterEach
    void close() {
        checkpointer.close();
        database.close();
    }

    @Test
    void theEmptyLedgerHasAHeadToo() {
        assertThat(checkpointer.checkpoint().text())
                .isEqualTo("opencgt.example/ledger\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    }

    @Test
    void theHeadIsTheRootOverAllLeaves() {
        List<Hash> leaves = append(1000);

        SignedNote note = checkpointer.checkpoint();

        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(note.isSignedBy(key.verifier())).isTrue();
        assertThat(checkpoint.size()).isEqualTo(1000);
        assertThat(checkpoint.root()).isEqualTo(root(leaves));
        assertThat(ledger.checkpoint().orElseThrow().note()).isEqualTo(note.toString());
        assertThat(tiles()).isEqualTo(3);
    }

    @Test
    void nothingNewIsSignedWhereNothingIsNew() {
        append(3);
        assertThat(checkpointer.checkpoint()).isEqualTo(checkpointer.checkpoint());
        assertThat(ledger.checkpoints()).hasSize(1);
    }

    @Test
    void everyEntryIsProvedUnderTheHeadWhateverTheTreesShape() {
        List<Hash> leaves = new ArrayList<>();
        for (int more : new int[] {1, 254, 1, 1, 300, 211}) {
            leaves.addAll(append(more));
            Checkpoint checkpoint = Checkpoint.parse(checkpointer.checkpoint().text());
            assertThat(checkpoint.root()).isEqualTo(root(leaves));
            for (long position : new long[] {0, leaves.size() / 2, leaves.size() - 1}) {
                EntryProof proof = ledger.proof(position).orElseThrow();
                assertThat(proof.proof().verify(proof.entry().leaf(), checkpoint.root()))
                        .isTrue();
            }
        }
        List<Ledger.StoredCheckpoint> checkpoints = ledger.checkpoints();
        Ledger.StoredCheckpoint last = checkpoints.getLast();
        for (Ledger.StoredCheckpoint earlier : checkpoints) {
            assertThat(ledger.consistency(earlier.size(), last.size()).verify(earlier.root(), last.root()))
                    .isTrue();
        }
    }

    @Test
    void anEntryThatIsNewerThanTheHeadIsNotProvedYet() {
        append(1);
        checkpointer.checkpoint();
        append(1);
        assertThat(ledger.proof(0)).isPresent();
        assertThat(ledger.proof(1)).isEmpty();
    }

    @Test
    void aProofIsWrittenAsC2spTlogProof() {
        append(3);
        checkpointer.checkpoint();
        EntryProof proof = ledger.proof(1).orElseThrow();
        assertThat(proof.text().lines().toList())
                .startsWith(
                        "c2sp.org/tlog-proof@v1",
                        "index 1",
                        proof.proof().path().getFirst().base64())
                .contains("", "opencgt.example/ledger", "3");
    }

    @Test
    void aHistoryThatWasRewrittenIsNotSigned() {
        append(5);
        checkpointer.checkpoint();
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql("ALTER TABLE entry DISABLE TRIGGER only_grows").update();
        owner.sql("UPDATE entry SET leaf = sha256('another') WHERE position = 2")
                .update();
        append(1);

        assertThatThrownBy(checkpointer::checkpoint)
                .isInstanceOf(LedgerInconsistent.class)
                .hasMessageContaining("do not continue");
        assertThat(ledger.checkpoints()).hasSize(1);
    }

    @Test
    void aLedgerThatBecameShorterIsNotSigned() {
        append(5);
        checkpointer.checkpoint();
        JdbcClient.create(database.runtime())
                .sql("UPDATE ledger_head SET size = 4")
                .update();
        assertThatThrownBy(checkpointer::checkpoint).isInstanceOf(LedgerInconsistent.class);
    }

    @Test
    void anotherKeyDoesNotContinueTheLog() {
        append(1);
        checkpointer.checkpoint();
        append(1);
        LogKey other = LogKey.open(folder.resolve("other.key"), "opencgt.example/ledger");
        try (Checkpointer foreign = new Checkpointer(database.runtime(), other, Clock.systemUTC())) {
            assertThatThrownBy(foreign::checkpoint)
                    .isInstanceOf(LedgerInconsistent.class)
                    .hasMessageContaining("not signed by this log's key");
        }
    }

    @Test
    void theClockMakesCheckpointsWhileTheTreeGrows() throws InterruptedException {
        checkpointer.every(Duration.ofMillis(20));
        for (int i = 1; i <= 3; i++) {
            append(1);
            long size = i;
            long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (ledger.checkpoint().map(Ledger.StoredCheckpoint::size).orElse(0L) < size) {
                assertThat(System.nanoTime()).isLessThan(until);
                Thread.sleep(5);
            }
        }
        assertThat(checkpointer.failure()).isEmpty();
    }

    private List<Hash> append(int entries) {
        List<Draft> drafts =
                IntStream.range(0, entries).mapToObj(i -> draft().end()).toList();
        return Drafts.append(drafts, database.runtime()).stream()
                .map(Entry::leaf)
                .toList();
    }

    private static Hash root(List<Hash> leaves) {
        Frontier frontier = new Frontier((level, index, hashes, at) -> {});
        leaves.forEach(leaf -> frontier.add(leaf.bytes(), 0));
        return frontier.root();
    }

    private long tiles() {
        return JdbcClient.create(database.runtime())
                .sql("SELECT count(*) FROM tile")
                .query(Long.class)
                .single();
    }
}
