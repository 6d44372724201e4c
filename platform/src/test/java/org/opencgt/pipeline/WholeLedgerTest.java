package org.opencgt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opencgt.DemoServer;
import org.opencgt.access.Signer;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Vocabulary;
import org.opencgt.analysis.SignedAnalysis;
import org.opencgt.ledger.Verification;
import org.opencgt.subject.Product;
import org.opencgt.subject.Risk;
import org.opencgt.vault.Disclosure;
import org.opencgt.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What holds for the whole ledger after the demonstration, and after whatever other tests did to it. */
class WholeLedgerTest extends DemoServer {

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private Verification verification;

    @Autowired
    private Vocabulary vocabulary;

    @Autowired
    private Vault vault;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyStateIsTheFoldOfItsActs() {
        Rebuild.Result result = rebuild.compare();
        assertThat(result.differences()).isEmpty();
        assertThat(result.subjects())
                .isEqualTo(jdbc.sql("select count(*) from subject")
                        .query(Long.class)
                        .single())
                .isGreaterThan(60);
    }

    @Test
    void statesAreComparedAsOfOneMomentWhileOthersWrite() throws Exception {
        Signer warehouse = signer("warehouse.he");
        Signer quality = signer("qc.sun");
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> writing = thread.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    Outcome.Accepted received = (Outcome.Accepted)
                            pipeline.perform(Request.of("material.receive-lot", Lots.received(), List.of(warehouse)));
                    String lot = received.made().getFirst().toString();
                    pipeline.perform(Request.of("material.test-lot", Lots.tested(lot), List.of(quality)));
                }
            });
            while (!writing.isDone()) {
                assertThat(rebuild.compare().differences()).isEmpty();
            }
            writing.get();
        }
    }

    @Test
    void aStateThatWasTamperedWithIsFound() {
        String ref = named("bag").toString();
        JdbcClient owner = JdbcClient.create(testDatabase().owner());
        String before = owner.sql("select state::text from subject where ref = ?")
                .param(ref)
                .query(String.class)
                .single();
        owner.sql("update subject set state = jsonb_set(state, '{status}', '\"released\"') where ref = ?")
                .param(ref)
                .update();
        try {
            assertThat(rebuild.compare().differences())
                    .extracting(Rebuild.Difference::ref)
                    .containsExactly(ref);
        } finally {
            owner.sql("update subject set state = ?::jsonb where ref = ?")
                    .params(before, ref)
                    .update();
        }
        assertThat(rebuild.compare().differences()).isEmpty();
    }

    @Test
    void theLedgerVerifiesWithAllSignaturesOfPeople() {
        Verification.Report report =
                verification.withSignatures(PersonSignatures.of(jdbc)).run();
        assertThat(report.faults()).isEmpty();
        assertThat(report.entries()).isEqualTo(ledger.size());
    }

    /** The names and numbers that scenarios and tests give to donors and recipients. */
    @Test
    void noPersonalDataStandInTheLedgerNorBesideIt() {
        List<JsonNode> states = jdbc.sql("select state::text from subject where kind in ('donor', 'recipient')")
                .query((row, n) -> Json.MAPPER.readTree(row.getString(1)))
                .list();
        List<String> names = states.stream()
                .flatMap(state -> Stream.of(state.path("name"), state.path("hospitalNumber")))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .map(token -> vault.reveal(
                                new org.opencgt.act.Personal(token), new Disclosure("person:test", "search the ledger"))
                        .orElseThrow())
                .distinct()
                .toList();
        assertThat(names).contains("Gu Yuchen (invented)", "LJ-2026-0117");
        JdbcClient owner = JdbcClient.create(testDatabase().owner());
        List<String> columns =
                owner.sql("""
                        select format('select %L as place, t.%I::text as text from %I t', c.table_name || '.' || c.column_name,
                                      c.column_name, c.table_name)
                        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                        """).query((row, n) -> row.getString(1)).list();
        assertThat(columns).hasSizeGreaterThan(40);
        for (String name : names) {
            for (String column : columns) {
                assertThat(owner.sql("select distinct place from (" + column + ") x where text like ?")
                                .param("%" + name + "%")
                                .query((row, n) -> row.getString(1))
                                .list())
                        .as(name)
                        .isEmpty();
            }
        }
    }

    /** Analyses name the version of the program that computed them, so no scenario has one. */
    private static final String SIGNED_BY_THIS_PROGRAM = "analysis";

    /** What a product from a patient's own cells does not have. */
    private static final Set<String> IN_OTHER_LIVES =
            Set.of("cell-line", "cell-bank", "passage-study", "characterisation-study", "nonclinical-study");

    /** Products are shared, and so are their risks; everything else is somebody's, also where a subject says so only through others. */
    @Test
    void aTokenOfAnotherSiteReachesNothingButProductsAndTheirRisks() {
        Ref<org.opencgt.subject.Site> elsewhere = Ref.parse("site:elsewhere");
        List<SubjectReading.Standing> all =
                jdbc.sql("select ref from subject").query((row, n) -> row.getString(1)).list().stream()
                        .map(ref -> subjects.now(Ref.parse(ref)).orElseThrow())
                        .toList();
        assertThat(all.stream().map(s -> s.ref().kind()).distinct())
                .as("every kind occurs in the demonstration")
                .containsAll(vocabulary.subjects().stream()
                        .map(org.opencgt.act.SubjectDeclaration::kind)
                        .filter(kind -> !kind.equals(SIGNED_BY_THIS_PROGRAM) && !IN_OTHER_LIVES.contains(kind))
                        .toList());
        assertThat(SiteBound.reaches(elsewhere, new Ref<>(SIGNED_BY_THIS_PROGRAM, "A1"), analysis(), this::state))
                .isFalse();
        assertThat(all.stream().filter(s -> SiteBound.reaches(elsewhere, s.ref(), s.state(), this::state)))
                .isNotEmpty()
                .allMatch(s -> s.state() instanceof Product
                        || s.state() instanceof Risk risk && state(risk.concerning()) instanceof Product);
    }

    private static SignedAnalysis analysis() {
        return new SignedAnalysis(
                "Interim",
                null,
                "ck",
                "nca",
                List.of(),
                List.of(),
                "1",
                "{}",
                Ref.parse("person:statistics.mo"),
                Instant.EPOCH);
    }

    private Subject state(Ref<? extends Subject> ref) {
        return subjects.now(ref).orElseThrow().state();
    }

    @Autowired
    private SubjectReading subjects;
}
