package org.opencgt.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.database.TestDatabase;
import org.opencgt.ledger.Draft;
import org.opencgt.ledger.EntryId;
import org.opencgt.ledger.Sequencer;
import org.springframework.jdbc.core.simple.JdbcClient;

class LineageTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Lineage LINEAGE = new Lineage(JdbcClient.create(DATABASE.runtime()));

    @BeforeAll
    static void appendALife() {
        try (Sequencer sequencer = new Sequencer(DATABASE.runtime(), List.of(new EdgeProjection()))) {
            append(sequencer, "donor.collect", "donor:N1 > collection:K1");
            append(sequencer, "manufacturing.open", "collection:K1 > batch:B1", "material-lot:L1 > batch:B1");
            append(sequencer, "manufacturing.open", "collection:K2 > batch:B2", "material-lot:L1 > batch:B2");
            append(sequencer, "manufacturing.fill", "batch:B1 > unit:U1", "batch:B1 > unit:U2");
            append(sequencer, "manufacturing.fill", "batch:B2 > unit:U3");
            append(sequencer, "clinic.infuse", "unit:U1 > recipient:C1");
            append(sequencer, "clinic.infuse", "unit:U3 > recipient:C2");
            append(sequencer, "manufacturing.add", "material-lot:L1 > batch:B1");
        }
    }

    private static void append(Sequencer sequencer, String act, String... edges) {
        List<Edges.Edge> list = new ArrayList<>();
        for (String edge : edges) {
            String[] ends = edge.split(" > ");
            list.add(new Edges.Edge(ref(ends[0]), ref(ends[1])));
        }
        Instant now = Instant.parse("2026-03-20T12:00:00Z");
        sequencer.append(new Draft(
                EntryId.at(now),
                act,
                "{}",
                "person:P1",
                now,
                now,
                "[]",
                "{}",
                List.of(),
                java.util.Map.of(),
                null,
                List.of(new Edges(act, list))));
    }

    private static Ref<? extends Subject> ref(String text) {
        return Ref.parse(text);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void tracesADoseToItsDonorAndMaterials() {
        Genealogy up = LINEAGE.trace(ref("unit:U1"), Lineage.Direction.UP, Lineage.ANY_DEPTH);
        assertThat(up.nodes())
                .containsExactly(
                        ref("unit:U1"), ref("batch:B1"), ref("collection:K1"), ref("material-lot:L1"), ref("donor:N1"));
        assertThat(up.complete()).isTrue();
        assertThat(LINEAGE.ancestors(ref("unit:U1")))
                .isEqualTo(Set.of(ref("batch:B1"), ref("collection:K1"), ref("material-lot:L1"), ref("donor:N1")));
    }

    @Test
    void tracesBothWaysWithoutSiblings() {
        Genealogy both = LINEAGE.trace(ref("batch:B1"), Lineage.Direction.BOTH, Lineage.ANY_DEPTH);
        assertThat(both.nodes()).contains(ref("recipient:C1"), ref("donor:N1")).doesNotContain(ref("batch:B2"));
        assertThat(both.edges()).isSortedAccordingTo(java.util.Comparator.comparingLong(Genealogy.Line::position));
    }

    @Test
    void saysWhenTheDepthCutsSomethingOff() {
        Genealogy near = LINEAGE.trace(ref("donor:N1"), Lineage.Direction.DOWN, 2);
        assertThat(near.nodes()).containsExactly(ref("donor:N1"), ref("collection:K1"), ref("batch:B1"));
        assertThat(near.complete()).isFalse();
        assertThat(LINEAGE.trace(ref("donor:N1"), Lineage.Direction.DOWN, 4).complete())
                .isTrue();
    }

    @Test
    void recallsALotToEveryDoseAndRecipient() {
        Recall recall = LINEAGE.recall(ref("material-lot:L1"));
        assertThat(recall.doses())
                .containsExactly(
                        new Recall.Dose(ref("unit:U1"), List.of(ref("recipient:C1"))),
                        new Recall.Dose(ref("unit:U2"), List.of()),
                        new Recall.Dose(ref("unit:U3"), List.of(ref("recipient:C2"))));
        assertThat(recall.recipients()).containsExactlyInAnyOrder(ref("recipient:C1"), ref("recipient:C2"));
        assertThat(recall.reached()).containsEntry("batch", 2).containsEntry("unit", 3);
        assertThat(recall.complete()).isTrue();
    }

    @Test
    void whatNobodyKnowsHasNoRelatives() {
        assertThat(LINEAGE.trace(ref("unit:U404"), Lineage.Direction.BOTH, 5).nodes())
                .containsExactly(ref("unit:U404"));
    }

    @Test
    void isWrittenAsTextJsonAndDot() {
        Genealogy genealogy = LINEAGE.trace(ref("unit:U1"), Lineage.Direction.BOTH, Lineage.ANY_DEPTH);
        assertThat(genealogy.text()).isEqualTo("""
                        unit:U1
                          ← batch:B1
                            ← collection:K1
                              ← donor:N1
                            ← material-lot:L1
                          → recipient:C1
                        """);
        assertThat(genealogy.json().at("/edges/0").toString())
                .isEqualTo(
                        "{\"parent\":\"donor:N1\",\"child\":\"collection:K1\",\"position\":0,\"act\":\"donor.collect\"}");
        assertThat(genealogy.json().at("/nodes/0/kind").asString()).isEqualTo("unit");
        assertThat(genealogy.dot())
                .contains("\"unit:U1\" [style=bold];")
                .contains("\"unit:U1\" -> \"recipient:C1\" [label=\"clinic.infuse\"];");
    }

    @Test
    void edgesOfACorrectedEntryAreTakenBack() throws SQLException {
        try (Connection connection = DATABASE.runtime().getConnection()) {
            connection.setAutoCommit(false);
            new EdgeProjection().withdraw(connection, 5);
            JdbcClient inside = JdbcClient.create(
                    new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true));
            assertThat(new Lineage(inside).descendants(ref("unit:U1"))).isEmpty();
            connection.rollback();
        }
        assertThat(LINEAGE.descendants(ref("unit:U1"))).containsExactly(ref("recipient:C1"));
    }

    @Test
    void theChainOfIdentityEndsAtItsDonor() {
        Set<Ref<? extends Subject>> ancestors = LINEAGE.ancestors(ref("unit:U1"));
        Ref<? extends Subject> unit = ref("unit:U1");
        Ref<? extends Subject> recipient = ref("recipient:C1");
        assertThat(ChainOfIdentity.check(unit, recipient, ancestors, ref("donor:N1"), true)
                        .result())
                .isEqualTo(ChainOfIdentity.Result.INTACT);
        assertThat(ChainOfIdentity.check(unit, recipient, ancestors, ref("donor:N2"), true)
                        .result())
                .isEqualTo(ChainOfIdentity.Result.OTHER_DONOR);
        assertThat(ChainOfIdentity.check(unit, recipient, ancestors, null, true).result())
                .isEqualTo(ChainOfIdentity.Result.RECIPIENT_NO_DONOR);
        assertThat(ChainOfIdentity.check(unit, recipient, ancestors, null, false)
                        .result())
                .isEqualTo(ChainOfIdentity.Result.INTACT);
        assertThat(ChainOfIdentity.check(unit, recipient, Set.of(ref("batch:B1")), ref("donor:N1"), true)
                        .result())
                .isEqualTo(ChainOfIdentity.Result.NO_DONOR);
    }
}
