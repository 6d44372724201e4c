package org.opencgt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opencgt.FragileServer;
import org.opencgt.ledger.Verification;
import org.opencgt.pipeline.Lots;
import org.opencgt.pipeline.Rebuild;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The database goes away, or the line to it: told in time and in words, and over by itself when the database is back. */
class LostDatabaseTest extends FragileServer {

    private static final String REGISTER = "/api/acts/organisation.register-person";
    private static final Duration IN_TIME = Duration.ofSeconds(25);
    private static final Duration BACK = Duration.ofSeconds(30);

    private static @Nullable Writers robot;

    @Autowired
    private Verification verification;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private JdbcClient jdbc;

    private Writers writers;

    @BeforeEach
    void prepare() {
        if (robot == null) {
            robot = Writers.on(server(), ADMINISTRATOR, PASSWORD);
        }
        writers = robot;
        writers.forgetTold();
    }

    private Rest rest() {
        return Rest.of(server()).as(ADMINISTRATOR, PASSWORD);
    }

    private static ObjectNode person() {
        return Lots.person(Lots.login("lost"), "site:home", "warehouse");
    }

    private static void isUnavailable(Rest.Answer answer, String type, String title) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo(type);
        assertThat(answer.at("/title")).contains(title);
        assertThat(answer.body()).doesNotContain("Exception", "postgres", "jdbc", "127.0.0.1");
    }

    /** Until something is stored again. */
    private void eventuallyStores() throws InterruptedException {
        Instant end = Instant.now().plus(BACK);
        while (rest().post(REGISTER, person()).status() != 201) {
            assertThat(Instant.now()).as("within " + BACK).isBefore(end);
            Thread.sleep(100);
        }
    }

    @Test
    void withoutTheDatabaseEverybodyIsToldInTimeAndAllGoesOnByItself() throws Exception {
        long size = ledger.size();
        ObjectNode body = person();
        String key = UUID.randomUUID().toString();
        line().down();
        Instant start = Instant.now();
        isUnavailable(
                rest().key(key).post(REGISTER, body),
                "ledger-unavailable-connection",
                "The database cannot be reached; nothing was stored. Try again");
        assertThat(Duration.between(start, Instant.now())).isLessThan(IN_TIME);
        isUnavailable(rest().in("zh-CN").get("/api/subjects/person:robot"), "ledger-unavailable-connection", "无法连接数据库");
        assertThat(Rest.of(server()).get("/api/openapi.json").status())
                .as("what needs no database is there")
                .isEqualTo(200);
        line().restore();
        assertThat(rest().key(key).post(REGISTER, body).status()).isEqualTo(201);
        assertThat(ledger.size()).isEqualTo(size + 1);
    }

    @Test
    void connectionsThatTheDatabaseEndedAreReplaced() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(JdbcClient.create(database().runtime())
                            .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                    + " where datname = current_database() and pid <> pg_backend_pid()"
                                    + " and usename = current_user")
                            .query(Long.class)
                            .single())
                    .isPositive();
            Rest.Answer first = rest().post(REGISTER, person());
            assertThat(first.status()).as(first.body()).isIn(201, 503);
            eventuallyStores();
        }
    }

    /** Nothing comes back and nobody says why, as when a cable is pulled somewhere on the way. */
    @Test
    void aNetworkThatSwallowsEverythingKeepsNobodyWaitingForEver() throws Exception {
        long size = ledger.size();
        List<Rest.Answer> answers = new ArrayList<>();
        ObjectNode first = person();
        String key = UUID.randomUUID().toString();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            line().swallow();
            Instant start = Instant.now();
            List<Future<Rest.Answer>> all = new ArrayList<>();
            all.add(people.submit(() -> rest().key(key).post(REGISTER, first)));
            for (int i = 0; i < 3; i++) {
                all.add(people.submit(() -> rest().post(REGISTER, person())));
                all.add(people.submit(() -> rest().get("/api/subjects/person:robot")));
            }
            for (Future<Rest.Answer> one : all) {
                answers.add(one.get());
            }
            assertThat(Duration.between(start, Instant.now())).isLessThan(IN_TIME);
        }
        assertThat(answers)
                .allSatisfy(a -> isUnavailable(a, "ledger-unavailable-connection", "The database cannot be reached"));
        line().restore();
        eventuallyStores();
        assertThat(rest().key(key).post(REGISTER, first).status()).isEqualTo(201);
        assertThat(ledger.size()).isEqualTo(size + 2);
    }

    @Test
    void whoHoldsTheLedgerDoesNotKeepOthersWaitingForEver() throws Exception {
        try (Connection other = database().runtime().getConnection()) {
            other.setAutoCommit(false);
            try (var lock = other.createStatement()) {
                lock.execute("select size from ledger_head for update");
            }
            isUnavailable(
                    rest().post(REGISTER, person()),
                    "ledger-unavailable-overloaded",
                    "Too much is waiting to be written");
            other.rollback();
        }
        eventuallyStores();
        assertThat(jdbc.sql("show idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single())
                .as("PostgreSQL ends the transaction of a server that vanished")
                .isEqualTo("1min");
    }

    @Test
    void howeverOftenTheLineIsCutEveryAnswerIsTrueAndNothingIsHalfDone() throws Exception {
        writers.writeDuring(server(), () -> {
            for (int i = 0; i < 25; i++) {
                Thread.sleep(100);
                line().cut();
            }
        });
        assertThat(writers.open()).as("somebody got no answer").isPositive();
        assertThat(writers.told()).isSubsetOf("ledger-unavailable-connection", "outcome-unknown");
        writers.repeat(server());
        writers.agreeWith(JdbcClient.create(database().owner()));
        assertThat(verification.run().faults()).isEmpty();
        assertThat(rebuild.compare().differences()).isEmpty();
    }

    @Test
    void oneRequestSentByManyAtOnceOverABadLineIsPerformedOnce() throws Exception {
        long size = ledger.size();
        ObjectNode body = person();
        String key = UUID.randomUUID().toString();
        Set<String> bodies;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(people.submit(() -> {
                    while (true) {
                        Rest.Answer answer = rest().key(key).post(REGISTER, body);
                        if (answer.status() != 503) {
                            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
                            return answer.body();
                        }
                    }
                }));
            }
            for (int i = 0; i < 5; i++) {
                line().cut();
                Thread.sleep(20);
            }
            bodies = new java.util.HashSet<>();
            for (Future<String> one : all) {
                bodies.add(one.get());
            }
        }
        assertThat(bodies.stream().map(b -> JsonMapper.shared().readTree(b)).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(ledger.size()).isEqualTo(size + 1);
    }

    /** Whoever hangs up before the answer comes asks again and gets it. */
    @Test
    void anAnswerThatWasLostIsGivenAgain() throws Exception {
        long size = ledger.size();
        ObjectNode body = person();
        String key = UUID.randomUUID().toString();
        byte[] bytes = JsonMapper.shared().writeValueAsBytes(body);
        try (Socket socket = new Socket(server().getHost(), server().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + REGISTER + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Idempotency-Key: " + key + "\r\nAuthorization: " + rest().authorization()
                            + "\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(bytes);
            out.flush();
            socket.setSoLinger(true, 0); // no farewell either
        }
        Rest.Answer again = rest().key(key).post(REGISTER, body);
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(rest().key(key).post(REGISTER, body).json()).isEqualTo(again.json());
        assertThat(ledger.size()).isEqualTo(size + 1);
    }
}
