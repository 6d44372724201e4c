package org.opencgt.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Subject;
import org.opencgt.database.TestDatabase;
import org.opencgt.ledger.Draft;
import org.opencgt.ledger.EntryId;
import org.opencgt.ledger.Sequencer;
import org.springframework.jdbc.core.simple.JdbcClient;

class DueWorkTest {

    private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");
    private static final Ref<? extends Subject> WARD = Ref.parse("site:S1");
    private static final Ref<? extends Subject> ORDER = Ref.parse("order:O1");
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final DueWork WORK = new DueWork(JdbcClient.create(DATABASE.runtime()));

    private static Obligation obligation(String id, String site, Role role, String subject, Duration due) {
        return new Obligation(
                id,
                "EX",
                "EX-4",
                "observe",
                Ref.parse(subject),
                site.isEmpty() ? null : Ref.parse(site),
                List.of(role, Role.DOCTOR),
                1,
                "E1",
                NOON,
                NOON.plus(due),
                NOON.plus(Duration.ofDays(7)),
                List.of(),
                null);
    }

    @BeforeAll
    static void append() {
        try (Sequencer sequencer = new Sequencer(DATABASE.runtime(), List.of(new ObligationProjection()))) {
            append(
                    sequencer,
                    new Changes(
                            List.of(),
                            List.of(
                                    obligation("a", "site:S1", Role.NURSE, "order:O1", Duration.ofHours(1)),
                                    obligation("b", "site:S1", Role.NURSE, "order:O1", Duration.ofHours(25)),
                                    obligation("c", "site:S2", Role.NURSE, "order:O2", Duration.ofHours(2)),
                                    obligation("d", "", Role.PHARMACIST, "order:O3", Duration.ofHours(3)))));
            append(
                    sequencer,
                    new Changes(List.of(new Changes.Fulfilled("a", "E2", NOON.plus(Duration.ofHours(2)))), List.of()));
            append(
                    sequencer,
                    new Changes(List.of(new Changes.Fulfilled("a", "E3", NOON.plus(Duration.ofHours(9)))), List.of()));
        }
    }

    private static void append(Sequencer sequencer, Changes changes) {
        sequencer.append(new Draft(
                EntryId.at(NOON),
                "example.act",
                "{}",
                "person:P1",
                NOON,
                NOON,
                "[]",
                "{}",
                List.of(),
                Map.of(),
                null,
                List.of(changes)));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static List<String> ids(List<Obligation> obligations) {
        return obligations.stream().map(Obligation::id).toList();
    }

    @Test
    void keepsEveryPartOfAnObligation() {
        assertThat(WORK.of(Ref.parse("order:O3")))
                .containsExactly(obligation("d", "", Role.PHARMACIST, "order:O3", Duration.ofHours(3)));
    }

    @Test
    void whatIsFulfilledStaysReadableAndIsFulfilledOnce() {
        Obligation first = WORK.of(ORDER).getFirst();
        assertThat(first.fulfilled()).isEqualTo(new Obligation.Fulfilment("E2", NOON.plus(Duration.ofHours(2))));
        assertThat(first.standingAt(NOON)).isEqualTo(Obligation.Standing.FULFILLED_LATE);
        assertThat(ids(WORK.openFor(List.of(ORDER)))).containsExactly("b");
    }

    @Test
    void isListedByRoleAndSite() {
        Instant far = NOON.plus(Duration.ofDays(30));
        assertThat(ids(WORK.openFor(List.of(Role.NURSE), WARD, far, 10))).containsExactly("b");
        assertThat(ids(WORK.openFor(List.of(Role.DOCTOR), WARD, far, 10))).containsExactly("d", "b");
        assertThat(ids(WORK.openFor(List.of(Role.COURIER), WARD, far, 10))).isEmpty();
        assertThat(ids(WORK.openAt(Ref.parse("site:S2"), far, 10))).containsExactly("c");
    }

    @Test
    void overdueAndSoonAreApart() {
        Instant later = NOON.plus(Duration.ofMinutes(150));
        assertThat(ids(WORK.overdue(later, 10))).containsExactly("c");
        assertThat(ids(WORK.soon(later, NOON.plus(Duration.ofDays(2)), 10))).containsExactly("d", "b");
        assertThat(ids(WORK.soon(later, NOON.plus(Duration.ofDays(2)), 1))).containsExactly("d");
        assertThat(WORK.overdue(later, 10).getFirst().standingAt(later)).isEqualTo(Obligation.Standing.OVERDUE);
    }
}
