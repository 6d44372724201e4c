package org.opencgt.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.opencgt.ledger.Drafts.draft;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencgt.database.TestDatabase;
import org.opencgt.ledger.LedgerException.LedgerUnavailable;
import org.opencgt.ledger.LedgerException.LedgerUnavailable.Reason;
import org.opencgt.ledger.LedgerException.OutcomeUnknown;
import org.opencgt.ledger.Receipt.Appended;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of entries when the database is lost or full. */
class RecoveryTest {

    private TestDatabase database;
    private Disturbed disturbed;
    private Sequencer sequencer;
    private Ledger ledger;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        disturbed = new Disturbed(database.runtime());
        sequencer = new Sequencer(disturbed, List.of(new DiskFull(), new Harmless()));
        ledger = new Ledger(JdbcClient.create(database.runtime()));
    }

    @AfterEach
    void close() {
        sequencer.close();
        database.close();
    }

    @Test
    void withoutDatabaseTheCallerIsToldAndLaterEntriesGoThrough() {
        disturbed.next = Disturbed.Break.UNREACHABLE;
        assertThatThrownBy(() -> sequencer.append(draft().on("unit:1", 0).end()))
                .asInstanceOf(type(LedgerUnavailable.class))
                .returns(Reason.CONNECTION, LedgerUnavailable::reason);

        disturbed.next = Disturbed.Break.NEVER;
        assertThat(sequencer.append(draft().on("unit:1", 0).end())).isInstanceOf(Appended.class);
        assertThat(ledger.size()).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConnectionLostBeforeTheCommitLeavesNothingBehind(boolean withFact) {
        disturbed.next = Disturbed.Break.BEFORE_COMMIT;
        Drafts begun = draft().on("unit:1", 0);
        Draft lost = withFact ? begun.fact(new Small()).end() : begun.end();
        assertThatThrownBy(() -> sequencer.append(lost))
                .asInstanceOf(type(LedgerUnavailable.class))
                .returns(Reason.CONNECTION, LedgerUnavailable::reason);

        assertThat(ledger.entry(lost.id())).isEmpty();
        assertThat(ledger.subject("unit:1")).isEmpty();
        assertThat(sequencer.append(lost)).isInstanceOf(Appended.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anEntryWhoseCommitWasDoneIsAcknowledgedThoughTheAnswerWasLost(boolean withFact) {
        disturbed.next = Disturbed.Break.AFTER_COMMIT;
        Drafts begun = draft().on("unit:1", 0);
        Draft draft = withFact ? begun.fact(new Small()).end() : begun.end();

        Receipt receipt = sequencer.append(draft);

        assertThat(ledger.entry(draft.id())).map(Appended::new).contains((Appended) receipt);
    }

    @Test
    void theOutcomeIsAskedForUntilTheDatabaseIsBack() {
        disturbed.next = Disturbed.Break.AFTER_COMMIT;
        Receipt receipt;
        try (ExecutorService later = Executors.newSingleThreadExecutor()) {
            later.submit(() -> {
                while (disturbed.next == Disturbed.Break.AFTER_COMMIT) {
                    Thread.onSpinWait();
                }
                disturbed.unreachable = 3;
                return null;
            });
            receipt = sequencer.append(draft().end());
        }
        assertThat(receipt).isInstanceOf(Appended.class);
    }

    @Test
    void aFullDiskIsNamedAndLeavesNothingBehind() {
        assertThatThrownBy(() -> sequencer.append(
                        draft().on("unit:1", 0).fact(new Large()).end()))
                .asInstanceOf(type(LedgerUnavailable.class))
                .returns(Reason.DISK_FULL, LedgerUnavailable::reason);
        assertThat(ledger.size()).isZero();
        assertThat(sequencer.append(draft().on("unit:1", 0).end())).isInstanceOf(Appended.class);
    }

    @Test
    void everyAnswerIsTrueHoweverOftenTheDatabaseIsKilled() throws Exception {
        Map<String, Boolean> answers = new ConcurrentHashMap<>();
        Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
        AtomicBoolean writing = new AtomicBoolean(true);
        int writers = 16;
        int each = 60;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, writers)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        for (int n = 0; n < each; n++) {
                            Draft draft = draft().on("unit:" + i + "-" + n, 0).end();
                            try {
                                sequencer.append(draft);
                                answers.put(draft.id(), true);
                            } catch (LedgerUnavailable e) {
                                answers.put(draft.id(), false);
                            } catch (OutcomeUnknown e) {
                                assertThat(e.id()).isEqualTo(draft.id());
                            } catch (RuntimeException e) {
                                unexpected.add(e);
                            }
                        }
                    }))
                    .toList();
            threads.submit(() -> {
                while (writing.get()) {
                    killAll();
                    Thread.sleep(40);
                }
                return null;
            });
            for (Future<?> one : all) {
                one.get();
            }
            writing.set(false);
        }

        assertThat(unexpected).isEmpty();
        assertThat(answers).containsValue(true);
        answers.forEach(
                (id, stands) -> assertThat(ledger.entry(id).isPresent()).as(id).isEqualTo(stands));
        assertThat(ledger.entries(0, writers * each))
                .extracting(Entry::position)
                .containsExactlyElementsOf(
                        LongStream.range(0, ledger.size()).boxed().toList());
    }

    private void killAll() {
        JdbcClient.create(database.runtime())
                .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()")
                .query(Long.class)
                .single();
    }

    private record Large() implements Fact {}

    private record Small() implements Fact {}

    private static final class Harmless implements Projection<Small> {
        @Override
        public Class<Small> facts() {
            return Small.class;
        }

        @Override
        public void write(Connection connection, List<Noted<Small>> facts) {
            assertThat(facts).isNotEmpty();
        }
    }

    /** Fails as PostgreSQL does when it can't extend a file. */
    private static final class DiskFull implements Projection<Large> {
        @Override
        public Class<Large> facts() {
            return Large.class;
        }

        @Override
        public void write(Connection connection, List<Noted<Large>> facts) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$");
            }
        }
    }
}
