package org.opencgt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.opencgt.pipeline.Lots;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Several service accounts' worth of acts at once, with whatever a ledger's entry takes along: states, obligations, personal data,
 * refused attempts, answers under keys. Remembers what was asked and what was answered.
 */
final class Writers {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int WRITERS = 8;

    /** Marks every name that these acts put into the vault. */
    static final String NAME = "Invented-Patient";

    private final String token;
    private final Map<String, Request> asked = new ConcurrentHashMap<>();
    private final Map<String, Rest.Answer> answered = new ConcurrentHashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private record Request(String key, String path, JsonNode act) {}

    /** @param token of an account that may do everything at {@code site:home} */
    private Writers(String token) {
        this.token = token;
    }

    /** Prepares an empty ledger: an account that may do everything, and a product. */
    static Writers on(URI server, String administrator, String password) {
        Rest rest = Rest.of(server).as(administrator, password);
        created(rest.post(
                "/api/acts/organisation.register-person",
                Lots.person("robot", "site:home", "administrator", "warehouse", "quality", "doctor")));
        String token = created(rest.post(
                        "/api/people/robot/token",
                        JSON.createObjectNode().put("site", "site:home").put("days", 2)))
                .at("/token");
        ObjectNode product = JSON.createObjectNode()
                .put("product", "product:P1")
                .put("manufacturer", "site:home")
                .put("name", "Invented product")
                .put("code", "P1")
                .put("source", "autologous")
                .put("cellType", "car_t")
                .put("geneModified", true)
                .put("form", "frozen");
        product.putArray("operations").add("expansion");
        created(Rest.of(server).bearer(token).post("/api/acts/product.define", product));
        return new Writers(token);
    }

    private static Rest.Answer created(Rest.Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return answer;
    }

    /** Writes until the disturbance is over; who gets no answer goes on with something else. */
    void writeDuring(URI server, Disturbance disturbance) throws Exception {
        AtomicBoolean on = new AtomicBoolean(true);
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                all.add(writers.submit(() -> {
                    while (on.get()) {
                        turn(server);
                    }
                    return null;
                }));
            }
            try {
                disturbance.happen();
            } finally {
                on.set(false);
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    /** What happens meanwhile. */
    @FunctionalInterface
    interface Disturbance {
        void happen() throws Exception;
    }

    private void turn(URI server) throws InterruptedException {
        String login = Lots.login("w");
        Rest.Answer person = ask(server, "organisation.register-person", Lots.person(login, "site:home", "warehouse"));
        if (person != null) {
            ask(server, "organisation.record-training", Lots.training("person:" + login, "invented"));
        }
        Rest.Answer lot = ask(
                server,
                "material.receive-lot",
                Lots.received().put("supplier", "site:home").put("site", "site:home"));
        if (lot != null) {
            ask(server, "material.release-lot", Lots.release(lot.at("/made/0"))); // untested: the gate says no
        }
        ask(
                server,
                "donor.register",
                JSON.createObjectNode()
                        .put("name", NAME + " " + login)
                        .put("sex", "female")
                        .put("birthYear", 1970)
                        .put("autologous", true)
                        .put("product", "product:P1")
                        .put("site", "site:home"));
    }

    private Rest.@Nullable Answer ask(URI server, String type, JsonNode act) throws InterruptedException {
        Request request = new Request(UUID.randomUUID().toString(), "/api/acts/" + type, act);
        asked.put(request.key, request);
        Rest.Answer answer = send(server, request);
        if (answer == null) {
            Thread.sleep(Duration.ofMillis(50));
        }
        return answer;
    }

    /** Null where there is no answer, or one that says that nothing was stored or that nobody knows. */
    private Rest.@Nullable Answer send(URI server, Request request) {
        Rest.Answer answer;
        try {
            answer = rest(server).key(request.key).post(request.path, request.act);
        } catch (UncheckedIOException lost) {
            return null;
        }
        if (answer.status() == 503) {
            told.add(answer.problem());
            return null;
        }
        if (answer.status() != 201 && answer.status() != 409) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        answered.put(request.key, answer);
        return answer;
    }

    /** Asks again, each under its key, for what has no answer yet. */
    void repeat(URI server) {
        for (Request request : asked.values()) {
            if (!answered.containsKey(request.key) && send(server, request) == null) {
                throw new IllegalStateException("no answer to " + request);
            }
        }
    }

    /** Whether something can be written now. */
    boolean canWrite(URI server) {
        try {
            return ask(server, "organisation.register-person", Lots.person(Lots.login("w"), "site:home", "warehouse"))
                    != null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Rest rest(URI server) {
        return Rest.of(server).bearer(token);
    }

    /** What has no answer. */
    long open() {
        return asked.size() - answered.size();
    }

    long asked() {
        return asked.size();
    }

    /** The problems that were answered instead. */
    Set<String> told() {
        return Set.copyOf(told);
    }

    void forgetTold() {
        told.clear();
    }

    /** All was answered, and the database holds what was answered and nothing else of it: nothing is half done. */
    void agreeWith(JdbcClient jdbc) {
        assertThat(open()).isZero();
        Map<String, String> entries = entries();
        assertThat(new HashSet<>(jdbc.sql("select id from entry where performer = 'person:robot'")
                        .query(String.class)
                        .list()))
                .as("the entries of the answers, and no others")
                .containsAll(entries.values())
                .hasSize(entries.size() + 1); // the product
        assertThat(number(jdbc, "select count(*) from idempotency where caller = 'person:robot'"))
                .isEqualTo(entries.size());
        assertThat(number(jdbc, "select size from ledger_head"))
                .isEqualTo(number(jdbc, "select count(*) from entry"))
                .isEqualTo(number(jdbc, "select max(position) + 1 from entry"));
        assertThat(number(jdbc, "select count(*) from entry_subject"))
                .isEqualTo(number(jdbc, "select sum(jsonb_array_length(header::jsonb -> 'subjects')) from entry"))
                .isEqualTo(number(jdbc, "select sum(version) from subject"));
        assertThat(number(jdbc, "select count(*) from refusal"))
                .isEqualTo(number(jdbc, "select count(*) from entry where type = 'gate.refusal'"))
                .isEqualTo(refusals());
        assertThat(number(jdbc, "select count(*) from obligation"))
                .isPositive()
                .isEqualTo(number(
                        jdbc,
                        "select count(*) from entry join obligation on opened_by = entry.id"
                                + " where type = 'organisation.record-training'"))
                .isEqualTo(number(jdbc, "select count(*) from entry where type = 'organisation.record-training'"));
        assertThat(number(jdbc, "select count(*) from vault"))
                .isPositive()
                .isEqualTo(number(
                        jdbc,
                        "select count(*) from subject join vault on 'vault:' || key = state ->> 'name'"
                                + " and subject = ref where kind = 'donor'"))
                .isEqualTo(number(jdbc, "select count(*) from subject where kind = 'donor'"));
    }

    private static long number(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** Keys that were answered, with the identifier of the entry that each answer names. */
    Map<String, String> entries() {
        Map<String, String> entries = new HashMap<>();
        answered.forEach((key, answer) ->
                entries.put(key, answer.status() == 201 ? answer.at("/entry/id") : answer.at("/entry")));
        return entries;
    }

    private long refusals() {
        return answered.values().stream()
                .filter(answer -> answer.status() == 409)
                .count();
    }

    /** Whether an answer that was given is still what the server says. */
    boolean stillSays(URI server, String key) {
        Rest.Answer first = Objects.requireNonNull(answered.get(key));
        Request request = Objects.requireNonNull(asked.get(key));
        Rest.Answer again = rest(server).key(key).post(request.path, request.act);
        return again.status() == first.status() && again.json().equals(first.json());
    }
}
