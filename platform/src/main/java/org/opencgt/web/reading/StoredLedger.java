package org.opencgt.web.reading;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.EntryProof;
import org.opencgt.ledger.Ledger;
import org.opencgt.ledger.LedgerException;
import org.opencgt.pipeline.PersonSignatures;
import org.opencgt.pipeline.Pipeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger’s entries, head, proofs and verification. */
@Component
final class StoredLedger implements LedgerReading {

    /** Entries among which recent acts of a site are looked for. */
    private static final int LATELY = 2_000;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Entries entries;
    private final org.opencgt.ledger.Verification verification;
    private final Clock clock;
    private final AtomicReference<LedgerReading.Verification> last = new AtomicReference<>();

    StoredLedger(
            JdbcClient jdbc,
            Ledger ledger,
            Entries entries,
            org.opencgt.ledger.Verification verification,
            Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.entries = entries;
        this.verification = verification;
        this.clock = clock;
    }

    @Override
    public long size() {
        return ledger.size();
    }

    @Override
    public List<ActEntry> entries(String type, String subject, int page, int size) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select e.position from entry e where true ");
        if (!type.isEmpty()) {
            sql.append("and e.type = ? ");
            parameters.add(type);
        }
        if (!subject.isEmpty()) {
            sql.append("and e.position in (select position from entry_subject where ref = ?"
                    + " union all select position from refusal where ref = ?) ");
            parameters.add(subject);
            parameters.add(subject);
        }
        sql.append("order by e.position desc limit ? offset ?");
        parameters.add(size);
        parameters.add((long) page * Math.max(1, size - 1));
        return jdbc.sql(sql.toString()).params(parameters).query((row, number) -> row.getLong(1)).list().stream()
                .flatMap(position -> entries.at(position).stream())
                .toList();
    }

    @Override
    public List<ActEntry> latelyAt(String site, int limit) {
        return jdbc
                .sql("""
                        select e.position from entry e join subject p on p.ref = e.performer
                        where p.state ->> 'site' = ? and e.position >= ? and e.type <> ?
                        order by e.position desc limit ?
                        """)
                .params(site, Math.max(0, ledger.size() - LATELY), Pipeline.REFUSAL, limit)
                .query((row, number) -> row.getLong(1))
                .list()
                .stream()
                .flatMap(position -> entries.at(position).stream())
                .toList();
    }

    @Override
    public Optional<ActEntry> entry(String id) {
        return ledger.entry(id).map(entries::of);
    }

    @Override
    public Optional<Written> written(String id) {
        return ledger.entry(id).map(e -> new Written(e.header(), e.content()));
    }

    @Override
    public List<SignatureCheck> signatures(String id) {
        Entry entry = ledger.entry(id).orElseThrow();
        boolean valid =
                PersonSignatures.of(jdbc).faults(entry.head(), entry.content()).isEmpty();
        return entries.of(entry).signatures().stream()
                .map(s -> new SignatureCheck(s.person(), valid))
                .toList();
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        return ledger.checkpoint().map(c -> new Checkpoint(c.size(), c.root().hex(), c.madeAt(), c.note()));
    }

    @Override
    public Optional<byte[]> proof(String id) {
        return ledger.entry(id)
                .flatMap(e -> ledger.proof(e.position()))
                .map(EntryProof::text)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public LedgerReading.Verification verify() {
        LedgerReading.Verification begun =
                new LedgerReading.Verification(clock.instant(), null, 0, ledger.size(), List.of());
        LedgerReading.Verification now =
                last.updateAndGet(before -> before != null && before.running() ? before : begun);
        if (now == begun) {
            Thread.ofVirtual().name("verify-ledger").start(() -> run(begun));
        }
        return now;
    }

    private void run(LedgerReading.Verification begun) {
        List<String> faults = new ArrayList<>();
        long checked = 0;
        try {
            var report = verification
                    .withSignatures(PersonSignatures.of(jdbc))
                    .run(done -> last.set(
                            new LedgerReading.Verification(begun.started(), null, done, begun.total(), List.of())));
            checked = report.entries();
            report.faults()
                    .forEach(f ->
                            faults.add(f.kind() + " " + (f.position() == null ? "" : f.position() + " ") + f.detail()));
        } catch (LedgerException | org.springframework.dao.DataAccessException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
        last.set(new LedgerReading.Verification(begun.started(), clock.instant(), checked, begun.total(), faults));
    }

    @Override
    public Optional<LedgerReading.Verification> verification() {
        return Optional.ofNullable(last.get());
    }
}
