package org.opencgt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.opencgt.DemoServer;
import org.opencgt.access.Signer;
import org.opencgt.act.Ref;
import org.opencgt.gate.Finding;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.Link;
import org.opencgt.subject.MaterialLot;
import org.opencgt.subject.Person;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Several people at once. */
class ConcurrencyTest extends DemoServer {

    private static final int PEOPLE = 16;

    @Autowired
    private SubjectReading subjects;

    @Autowired
    private Enrolment enrolment;

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        CountDownLatch ready = new CountDownLatch(work.size());
        try (ExecutorService people = Executors.newFixedThreadPool(work.size())) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> one : work) {
                futures.add(people.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return one.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private Ref<MaterialLot> lot() {
        Outcome.Accepted accepted = (Outcome.Accepted)
                pipeline.perform(Request.of("material.receive-lot", Lots.received(), List.of(signer("warehouse.he"))));
        Ref<MaterialLot> lot = Ref.parse(accepted.made().getFirst().toString());
        pipeline.perform(Request.of("material.test-lot", Lots.tested(lot.toString()), List.of(signer("qc.sun"))));
        return lot;
    }

    @Test
    void ofManyWhoActOnOneSubjectOneWinsAndTheOthersGetTheVerdictThatFollows() throws Exception {
        Ref<MaterialLot> lot = lot();
        long size = ledger.size();
        List<Signer> quality = List.of(signer("quality.zhao"), signer("quality.qian"));
        List<Callable<Outcome>> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Signer by = quality.get(i % 2);
            all.add(() ->
                    pipeline.perform(Request.of("material.release-lot", Lots.release(lot.toString()), List.of(by))));
        }
        List<Outcome> outcomes = atOnce(all);
        assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.Blocked.class::isInstance)
                .hasSize(PEOPLE - 1)
                .allSatisfy(o -> assertThat(((Outcome.Blocked) o).verdict().obstacles())
                        .extracting(Finding::clause)
                        .containsExactly("OC-M5"));
        assertThat(subjects.now(lot).orElseThrow().version()).isEqualTo(3);
        assertThat(ledger.size()).isEqualTo(size + PEOPLE);
        noGaps(size);
    }

    @Test
    void actsOnOneSubjectAtOnceAreAllKept() throws Exception {
        Ref<Person> person = Ref.parse("person:operator.wu");
        long version = subjects.now(person).orElseThrow().version();
        long size = ledger.size();
        Signer quality = signer("quality.zhao");
        List<String> topics =
                IntStream.range(0, PEOPLE).mapToObj(i -> "at_once_" + i).toList();
        List<Callable<Outcome>> all = new ArrayList<>();
        for (String topic : topics) {
            all.add(() -> pipeline.perform(Request.of(
                    "organisation.record-training", Lots.training(person.toString(), topic), List.of(quality))));
        }
        assertThat(atOnce(all)).allSatisfy(o -> assertThat(o).isInstanceOf(Outcome.Accepted.class));
        SubjectReading.Standing now = subjects.now(person).orElseThrow();
        assertThat(now.version()).isEqualTo(version + PEOPLE);
        assertThat(((Person) now.state()).trainings())
                .extracting(Person.Training::topic)
                .containsAll(topics);
        assertThat(subjects.history(person))
                .extracting(d -> d.entry().head().subjects().stream()
                        .filter(l -> l.ref().equals(person.toString()))
                        .findFirst()
                        .orElseThrow()
                        .version())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, version + PEOPLE).boxed().toList());
        noGaps(size);
    }

    @Test
    void oneRequestSentManyTimesAtOnceIsPerformedOnce() throws Exception {
        JsonNode received = Lots.received();
        long size = ledger.size();
        Signer warehouse = signer("warehouse.he");
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            all.add(() -> switch (pipeline.perform(new Request(
                    "material.receive-lot",
                    received,
                    null,
                    null,
                    List.of(warehouse),
                    Map.of(),
                    received.at("/lotNumber").asString(),
                    null))) {
                case Outcome.Accepted(Entry entry, var verdict, var made) -> entry.id();
                case Outcome.Repeated(JsonNode answer) ->
                    answer.at("/body/entry/id").asString();
                case Outcome other -> other.toString();
            });
        }
        assertThat(atOnce(all).stream().distinct()).hasSize(1);
        assertThat(ledger.size()).isEqualTo(size + 1);
    }

    /** What a rule only looks at counts as well: who could act when the act was judged may be out when it is appended. */
    @Test
    void nobodyActsWhoIsMadeInactiveMeanwhile() throws Exception {
        String login = Lots.login("quality");
        Signer administrator = signer("administrator");
        pipeline.perform(Request.of(
                "organisation.register-person", Lots.person(login, "site:yunxi", "quality"), List.of(administrator)));
        enrolment.enrol(Ref.parse("person:" + login), PASSWORD.toCharArray(), false, administrator);
        Signer leaver = signer(login);
        JsonNode leaves =
                Json.MAPPER.createObjectNode().put("person", "person:" + login).put("reason", "Left");
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE - 1; i++) {
            Ref<MaterialLot> lot = lot();
            all.add(() -> attempt("material.release-lot", Lots.release(lot.toString()), leaver));
        }
        all.add(() -> attempt("organisation.deactivate-person", leaves, administrator));
        List<String> entries = atOnce(all).stream().filter(id -> !id.isEmpty()).toList();
        long left = entries.stream()
                .map(id -> ledger.entry(id).orElseThrow())
                .filter(e -> e.type().equals("organisation.deactivate-person"))
                .findFirst()
                .orElseThrow()
                .position();
        assertThat(entries.stream()
                        .map(id -> ledger.entry(id).orElseThrow())
                        .filter(e -> e.type().equals("material.release-lot")))
                .allSatisfy(e -> assertThat(e.position()).isLessThan(left));
        assertThat(attempt("material.release-lot", Lots.release(lot().toString()), leaver))
                .isEmpty();
    }

    /** The entry, or nothing where the person may not act. */
    private String attempt(String type, JsonNode act, Signer by) {
        try {
            return ((Outcome.Accepted) pipeline.perform(Request.of(type, act, List.of(by))))
                    .entry()
                    .id();
        } catch (NotAuthorised e) {
            return "";
        }
    }

    private void noGaps(long from) {
        List<Entry> entries = ledger.entries(from, 1_000);
        assertThat(entries)
                .extracting(Entry::position)
                .containsExactlyElementsOf(
                        LongStream.range(from, from + entries.size()).boxed().toList());
        assertThat(entries.stream().flatMap(e -> e.head().subjects().stream()).map(Link::version))
                .allSatisfy(v -> assertThat(v).isPositive());
    }
}
