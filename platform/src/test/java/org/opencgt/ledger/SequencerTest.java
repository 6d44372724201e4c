package org.opencgt.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.opencgt.ledger.Drafts.draft;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opencgt.database.TestDatabase;
import org.opencgt.ledger.LedgerException.KeyReused;
import org.opencgt.ledger.LedgerException.LedgerUnavailable;
import org.opencgt.ledger.LedgerException.Rejected;
import org.opencgt.ledger.LedgerException.StaleSubjects;
import org.opencgt.ledger.Receipt.Appended;
import org.opencgt.ledger.Receipt.Replayed;
import org.springframework.jdbc.core.simple.JdbcClient;

class SequencerTest {

    private static final int WRITERS = 16;

    private TestDatabase database;
    private Sequencer sequencer;
    private Ledger ledger;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        JdbcClient.create(database.owner())
                .sql("CREATE TABLE edge (up text, down text CHECK (down <> 'bad'), position bigint)")
                .update();
        JdbcClient.create(database.owner())
                .sql("GRANT SELECT, INSERT ON edge TO opencgt_runtime")
                .update();
        sequencer = new Sequencer(database.runtime(), List.of(new Edges()));
        ledger = new Ledger(JdbcClient.create(database.runtime()));
    }

    @AfterEach
    void close() {
        sequencer.close();
        database.close();
    }

    @Test
    void anEntryIsStoredAsItWasDrafted() {
        Draft draft = draft().content("{\"b\":1,\"a\":2}")
                .on("unit:1", 0)
                .on("person:zhang", 0)
                .end();

        Entry entry = append(draft);

        assertThat(entry.position()).isZero();
        assertThat(entry.content()).isEqualTo("{\"a\":2,\"b\":1}");
        assertThat(entry.head().content()).isEqualTo(Hash.sha256(entry.content()));
        assertThat(entry.head().subjects())
                .containsExactly(new Link("unit:1", 1, null), new Link("person:zhang", 1, null));
        assertThat(entry.leaf())
                .isEqualTo(new Hasher().leaf(entry.header().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(ledger.entry(0)).contains(entry);
        assertThat(ledger.entry(draft.id())).contains(entry);
        assertThat(ledger.size()).isOne();
    }

    @Test
    void eachSubjectHasAChainOfItsOwn() {
        Entry first = append(draft().on("unit:1", 0).end());
        Entry other = append(draft().on("unit:2", 0).end());
        Entry second = append(draft().on("unit:1", 1).on("unit:2", 1).end());

        assertThat(second.head().subjects())
                .containsExactly(new Link("unit:1", 2, first.leaf()), new Link("unit:2", 2, other.leaf()));
        assertThat(ledger.history("unit:1", 1, 10)).containsExactly(first, second);
        assertThat(ledger.history("unit:1", 2, 10)).containsExactly(second);
        assertThat(ledger.historyBefore("unit:2", Long.MAX_VALUE, 1)).containsExactly(second);
        assertThat(ledger.historyBefore("unit:2", 2, 1)).containsExactly(other);
    }

    @Test
    void aSubjectStandsAsItsLastEntryLeftIt() {
        append(draft().on("unit:1", 0, "{\"state\": \"frozen\"}").end());
        Entry last = append(draft().on("unit:1", 1, "{\"state\": \"thawed\"}")
                .on("batch:1", 0)
                .end());

        assertThat(ledger.subject("unit:1"))
                .contains(new SubjectRow("unit:1", "unit", 2, 1, last.leaf(), "{\"state\": \"thawed\"}"));
        assertThat(ledger.subject("unit:2")).isEmpty();
        assertThat(ledger.subjects(List.of("batch:1", "unit:1", "unit:2"))).containsOnlyKeys("unit:1", "batch:1");
        assertThat(ledger.subjectsOf("unit", "", 10))
                .extracting(SubjectRow::ref)
                .containsExactly("unit:1");
        assertThat(ledger.subjectsOf("unit", "unit:1", 10)).isEmpty();
        assertThat(ledger.subjectsOf("uni", "", 10)).isEmpty();
    }

    @Test
    void whatWasReadMustNotHaveMoved() {
        append(draft().on("unit:1", 0).end());
        append(draft().on("unit:1", 1).end());

        assertThatThrownBy(() -> append(draft().on("unit:1", 1).end()))
                .asInstanceOf(type(StaleSubjects.class))
                .satisfies(stale -> assertThat(stale.moved()).containsOnly(java.util.Map.entry("unit:1", 2L)));
        assertThatThrownBy(() -> append(draft().on("unit:1", 0).end())).isInstanceOf(StaleSubjects.class);
        assertThatThrownBy(() ->
                        append(draft().reading("unit:1", 1).on("unit:2", 0).end()))
                .isInstanceOf(StaleSubjects.class);
        assertThatThrownBy(() -> append(draft().reading("unit:3", 1).end()))
                .asInstanceOf(type(StaleSubjects.class))
                .satisfies(stale -> assertThat(stale.moved()).containsEntry("unit:3", 0L));
        append(draft().reading("unit:1", 2).reading("unit:3", 0).on("unit:2", 0).end());
        assertThat(ledger.size()).isEqualTo(3);
    }

    @Test
    void anEntryMayConcernNoSubject() {
        assertThat(append(draft().end()).head().subjects()).isEmpty();
    }

    @Test
    void aRepeatedRequestGetsItsFirstAnswerAndPerformsNothing() {
        Draft first = draft().on("unit:1", 0).request("k", "thaw", Entry::id).end();
        assertThat(sequencer.append(first)).isInstanceOf(Appended.class);

        assertThat(sequencer.append(
                        draft().on("unit:1", 0).request("k", "thaw", Entry::id).end()))
                .isEqualTo(new Replayed(first.id()));
        assertThatThrownBy(() -> append(draft().on("unit:1", 1)
                        .request("k", "infuse", Entry::id)
                        .end()))
                .isInstanceOf(KeyReused.class);
        assertThat(ledger.size()).isOne();
        assertThat(ledger.response("nurse.zhang", "k"))
                .contains(new Ledger.StoredResponse(Hash.sha256("thaw"), first.id()));
    }

    @Test
    void theSameRequestSentSixteenTimesAtOncePerformsOnce() throws Exception {
        List<Receipt> receipts = atOnce(
                WRITERS,
                i -> () -> sequencer.append(draft().on("unit:1", 0)
                        .request("k", "thaw", entry -> "at " + entry.position())
                        .end()));

        assertThat(receipts).filteredOn(Appended.class::isInstance).hasSize(1);
        assertThat(receipts).filteredOn(new Replayed("at 0")::equals).hasSize(WRITERS - 1);
    }

    @Test
    void ofSixteenWhoActOnOneSubjectOneWins() throws Exception {
        append(draft().on("unit:1", 0).end());

        List<Object> outcomes = atOnce(WRITERS, i -> () -> {
            try {
                return append(draft().on("unit:1", 1).end());
            } catch (StaleSubjects stale) {
                return stale.moved();
            }
        });

        assertThat(outcomes).filteredOn(Entry.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(java.util.Map.of("unit:1", 2L)::equals).hasSize(WRITERS - 1);
    }

    @Test
    void manyWritersOnOneSubjectMakeOneChainIfTheyTryAgain() throws Exception {
        int each = 20;
        atOnce(WRITERS, i -> () -> {
            for (int n = 0; n < each; n++) {
                appendAgainAndAgain("unit:1");
            }
            return "";
        });

        List<Entry> history = ledger.history("unit:1", 1, 1000);
        assertThat(history).hasSize(WRITERS * each);
        Hash previous = null;
        for (int i = 0; i < history.size(); i++) {
            assertThat(history.get(i).head().subjects()).containsExactly(new Link("unit:1", i + 1, previous));
            previous = history.get(i).leaf();
        }
    }

    private Entry appendAgainAndAgain(String ref) {
        while (true) {
            long version = ledger.subject(ref).map(SubjectRow::version).orElse(0L);
            try {
                return append(draft().on(ref, version).end());
            } catch (StaleSubjects stale) {
                assertThat(stale.moved()).containsOnlyKeys(ref);
            }
        }
    }

    @Test
    void positionsHaveNoGapsWhoeverFails() throws Exception {
        int each = 50;
        atOnce(WRITERS, i -> () -> {
            for (int n = 0; n < each; n++) {
                append(draft().on("unit:" + i, n).fact(new Edge("a", "good")).end());
                assertThatThrownBy(() -> append(draft().on("unit:" + i, 0).end()))
                        .isInstanceOf(StaleSubjects.class);
                if (n % 10 == 0) {
                    assertThatThrownBy(() ->
                                    append(draft().fact(new Edge("a", "bad")).end()))
                            .isInstanceOf(Rejected.class);
                }
            }
            return "";
        });

        assertThat(ledger.entries(0, 2000))
                .extracting(Entry::position)
                .containsExactlyElementsOf(
                        LongStream.range(0, WRITERS * each).boxed().toList());
        assertThat(ledger.size()).isEqualTo(WRITERS * each);
        assertThat(count("edge")).isEqualTo(WRITERS * each);
    }

    @Test
    void twoServersShareOneLedger() throws Exception {
        try (Sequencer second = new Sequencer(database.runtime(), List.of())) {
            atOnce(WRITERS, i -> () -> {
                for (int n = 0; n < 20; n++) {
                    (i % 2 == 0 ? sequencer : second)
                            .append(draft().on("unit:" + i, n).end());
                }
                return "";
            });
        }
        assertThat(ledger.entries(0, 2000))
                .extracting(Entry::position)
                .hasSize(WRITERS * 20)
                .doesNotHaveDuplicates();
        assertThat(ledger.size()).isEqualTo(WRITERS * 20);
    }

    @Test
    void factsAreWrittenWithTheEntryOrNotAtAll() {
        append(draft().fact(new Edge("a", "b")).fact(new Edge("a", "c")).end());
        assertThat(count("edge")).isEqualTo(2);

        assertThatThrownBy(() -> append(
                        draft().on("unit:1", 0).fact(new Edge("a", "bad")).end()))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("edge_down_check");
        assertThat(ledger.size()).isOne();
        assertThat(ledger.subject("unit:1")).isEmpty();
        assertThatThrownBy(() -> append(draft().fact(new Unknown()).end()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyTheGuiltyDraftIsRefused() throws Exception {
        Draft first = draft().end();
        append(first);

        List<Object> outcomes = atOnce(WRITERS, i -> () -> {
            try {
                return append(i == 7 ? first : draft().on("unit:" + i, 0).end());
            } catch (Rejected rejected) {
                return rejected.getMessage();
            }
        });

        assertThat(outcomes).filteredOn(Entry.class::isInstance).hasSize(WRITERS - 1);
        assertThat(outcomes.get(7)).asString().contains(first.id()).contains("entry_id_key");
        assertThat(ledger.size()).isEqualTo(WRITERS);
    }

    @Test
    void oneSubjectTwiceInOneDraftIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> draft().on("unit:1", 0).on("unit:1", 0).end())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClosedSequencerSaysSo() {
        sequencer.close();
        assertThatThrownBy(() -> append(draft().end()))
                .asInstanceOf(type(LedgerUnavailable.class))
                .returns(LedgerUnavailable.Reason.CLOSED, LedgerUnavailable::reason);
    }

    private Entry append(Draft draft) {
        return ((Appended) sequencer.append(draft)).entry();
    }

    private long count(String table) {
        return JdbcClient.create(database.runtime())
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    private static <T> List<T> atOnce(int writers, java.util.function.IntFunction<Callable<T>> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = IntStream.range(0, writers)
                    .mapToObj(i -> threads.submit(work.apply(i)))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    private record Edge(String up, String down) implements Fact {}

    private record Unknown() implements Fact {}

    private static final class Edges implements Projection<Edge> {
        @Override
        public Class<Edge> facts() {
            return Edge.class;
        }

        @Override
        public void write(Connection connection, List<Noted<Edge>> facts) throws SQLException {
            Set<Long> positions = new HashSet<>();
            try (var insert = connection.prepareStatement("INSERT INTO edge VALUES (?, ?, ?)")) {
                for (Noted<Edge> noted : facts) {
                    positions.add(noted.entry().position());
                    insert.setString(1, noted.fact().up());
                    insert.setString(2, noted.fact().down());
                    insert.setLong(3, noted.entry().position());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            assertThat(positions).isNotEmpty();
        }
    }
}
