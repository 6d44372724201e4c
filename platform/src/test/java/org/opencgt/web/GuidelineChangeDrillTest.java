package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opencgt.OpenCgt;
import org.opencgt.access.Credentials;
import org.opencgt.act.Ref;
import org.opencgt.api.Rest;
import org.opencgt.database.TestDatabase;
import org.opencgt.gate.Finding;
import org.opencgt.gate.RecordedVerdict;
import org.opencgt.guideline.ClauseChange;
import org.opencgt.guideline.Guidelines;
import org.opencgt.guideline.PackChanges;
import org.opencgt.installation.FirstStart;
import org.opencgt.installation.Installation;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.Ledger;
import org.opencgt.pipeline.ChangeEffects;
import org.opencgt.pipeline.ChangeReading;
import org.opencgt.pipeline.Lots;
import org.opencgt.pipeline.Outcome;
import org.opencgt.pipeline.Pipeline;
import org.opencgt.pipeline.Request;
import org.opencgt.scenario.Scenario;
import org.opencgt.scenario.ScenarioReader;
import org.opencgt.scenario.ScenarioRun;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A drill: the second version of a pack takes effect while a batch waits for its release. Acts before its day keep the verdicts of
 * the first; the pages, REST and the ledger say what changed and for which product.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "opencgt.packs=src/test/resources/drill-packs")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuidelineChangeDrillTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path LIFE = Path.of("..", "scenarios", "autologous-cart.yaml");

    private static final String PRODUCT = "product:YX-CART19";

    /** The last step before the batch is released. */
    private static final String LAST = "issue-information-sheet";

    /** The first day of the second version is the 15th of March 2026. */
    private static final Instant BEFORE = Instant.parse("2026-03-10T04:00:00Z");

    private static final Duration BEYOND = Duration.ofDays(8);

    /** Runs from a time of the drill, and is put forward. */
    static final class DrillClock extends Clock {

        private final Clock real = OpenCgt.systemClock();
        private volatile Duration offset = Duration.between(real.instant(), BEFORE);

        void forward(Duration by) {
            offset = offset.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return real.instant().plus(offset);
        }
    }

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        DrillClock drillClock() {
            return new DrillClock();
        }
    }

    @Autowired
    private DrillClock clock;

    @Autowired
    private Pipeline pipeline;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Guidelines guidelines;

    @Autowired
    private ChangeReading reading;

    @LocalServerPort
    private int port;

    private Map<String, String> named = Map.of();
    private String earlier = "";
    private @Nullable Browser browser;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @BeforeAll
    void play(@Autowired FirstStart first) {
        Scenario life = ScenarioReader.read(LIFE);
        int end = 0;
        while (!life.steps().get(end).name().equals(LAST)) {
            end++;
        }
        ScenarioRun run = new ScenarioRun(first.stage("drill"));
        ScenarioRun.Result played =
                run.play(new Scenario("drill", life.title(), life.steps().subList(0, end + 1)), told -> {});
        assertThat(played.asExpected())
                .as(() -> String.valueOf(played.told().getLast()))
                .isTrue();
        named = run.named();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private String lot() {
        Outcome.Accepted received = accepted(perform("material.receive-lot", Lots.received(), "warehouse.he"));
        String lot = received.made().getFirst().toString();
        accepted(perform("material.test-lot", Lots.tested(lot), "qc.sun"));
        return lot;
    }

    private Outcome perform(String type, JsonNode act, String by) {
        return pipeline.perform(
                Request.of(type, act, List.of(credentials.open(by, Installation.DEMO_PASSWORD.toCharArray()))));
    }

    private static Outcome.Accepted accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return (Outcome.Accepted) outcome;
    }

    /** What the gate says now of releasing the batch. */
    private List<Finding> batchRelease() {
        ObjectNode act = JSON.createObjectNode()
                .put("batch", named.get("batch"))
                .put("certificate", "COA-YX26001")
                .put("conclusion", "All tests conform; both bags released for the patient");
        act.putArray("units").add(named.get("bag")).add(named.get("reserve-bag"));
        return pipeline.check(
                        Request.of("quality.release-batch", act, List.of()),
                        List.of(Ref.parse("person:qp.lin"), Ref.parse("person:quality.zhao")))
                .verdict()
                .findings();
    }

    private static List<String> drill(List<Finding> findings, Finding.Result result) {
        return findings.stream()
                .filter(f -> f.pack().equals("TD") && f.result() == result)
                .map(f -> f.clause() + " " + f.packVersion())
                .toList();
    }

    private PackChanges changes() {
        return guidelines.changes("TD", null, null, clock.instant()).orElseThrow();
    }

    private ChangeEffects product() {
        return reading.of(changes(), (ref, state) -> true).stream()
                .filter(e -> Objects.requireNonNull(e.product()).toString().equals(PRODUCT))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(1)
    void beforeItsDayTheFirstVersionJudges() {
        assertThat(guidelines.at(clock.instant()))
                .filteredOn(pack -> pack.id().equals("TD"))
                .extracting(pack -> pack.version())
                .containsExactly("2026-1");
        List<Finding> release = batchRelease();
        assertThat(drill(release, Finding.Result.HOLDS)).containsExactly("TD-1 2026-1");
        assertThat(drill(release, Finding.Result.FAILS)).containsExactly("TD-2 2026-1");
        earlier = accepted(perform("material.release-lot", Lots.release(lot()), "quality.zhao"))
                .entry()
                .id();
    }

    @Test
    @Order(2)
    void theVersionsDifferInThreeClauses() {
        PackChanges changes = changes();
        assertThat(changes.from().version()).isEqualTo("2026-1");
        assertThat(changes.to().version()).isEqualTo("2026-2");
        assertThat(changes.changes())
                .extracting(ClauseChange::clause, ClauseChange::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("TD-1", ClauseChange.Kind.CHANGED),
                        org.assertj.core.groups.Tuple.tuple("TD-3", ClauseChange.Kind.ADDED),
                        org.assertj.core.groups.Tuple.tuple("TD-2", ClauseChange.Kind.WITHDRAWN));
        assertThat(changes.changes().getFirst().parts())
                .containsExactlyInAnyOrder(ClauseChange.Part.RULES, ClauseChange.Part.WORDING);
    }

    @Test
    @Order(3)
    void whatIsComingIsForeseenForTheProduct() {
        List<ChangeEffects.Effect> effects = product().effects();
        assertThat(effects)
                .filteredOn(e -> e.act().equals("quality.release-batch"))
                .extracting(e -> e.clause(), e -> e.turn(), e -> e.subjects().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "TD-1", ChangeEffects.Turn.NEWLY_BLOCKS, "[" + named.get("batch") + "]"),
                        org.assertj.core.groups.Tuple.tuple(
                                "TD-2", ChangeEffects.Turn.NEWLY_PASSES, "[" + named.get("batch") + "]"));
        assertThat(effects.getFirst().before().meaning()).isEqualTo(ChangeEffects.Meaning.HOLDS);
        assertThat(effects.getFirst().after().message()).isNotNull();
    }

    @Test
    @Order(4)
    void restSaysTheSame() {
        Rest.Answer answer = Rest.of(URI.create("http://127.0.0.1:" + port))
                .as("quality.zhao", Installation.DEMO_PASSWORD)
                .in("zh-CN")
                .get("/api/guidelines/changes?pack=TD");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("/from/inForce")).isEqualTo("true");
        assertThat(answer.at("/changes/0/after/rules/0/lines/1/value"))
                .isEqualTo("batch.releaseTests[\"viability\"].value >= 95.0");
        assertThat(answer.at("/products/0/product")).isEqualTo(PRODUCT);
        assertThat(answer.at("/products/0/effects/0/turn")).isEqualTo("newly_blocks");
        assertThat(answer.at("/products/0/effects/0/after/message")).contains("活率低于 95%");
        assertThat(Rest.of(URI.create("http://127.0.0.1:" + port))
                        .as("quality.zhao", Installation.DEMO_PASSWORD)
                        .get("/api/guidelines/changes?pack=TD&from=2025-1")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(5)
    void fromItsDayTheSecondVersionJudges() {
        String lot = lot();
        clock.forward(BEYOND);
        List<Finding> release = batchRelease();
        assertThat(drill(release, Finding.Result.FAILS)).containsExactly("TD-1 2026-2");
        assertThat(release).extracting(Finding::clause).doesNotContain("TD-2");

        Outcome refused = perform("material.release-lot", Lots.release(lot), "quality.zhao");
        assertThat(refused).isInstanceOf(Outcome.Blocked.class);
        assertThat(((Outcome.Blocked) refused).verdict().obstacles())
                .extracting(f -> f.clause() + " " + f.packVersion())
                .containsExactly("TD-1 2026-2", "TD-3 2026-2");
    }

    @Test
    @Order(6)
    void whatWasDoneBeforeKeepsItsVerdict() {
        Entry entry = ledger.entry(earlier).orElseThrow();
        RecordedVerdict verdict =
                RecordedVerdict.read(JSON.readTree(entry.head().verdict()));
        assertThat(verdict.packs()).containsEntry("TD", "2026-1");
        assertThat(verdict.clauses().get("TD-1"))
                .extracting(RecordedVerdict.Entry::result)
                .containsOnly(Finding.Result.HOLDS);
        assertThat(verdict.clauses()).doesNotContainKey("TD-3");
    }

    @Test
    @Order(7)
    void thePageShowsWhatChangesForTheProductInBothLanguages() throws java.io.IOException {
        Browser open = Browser.open(port, "en");
        browser = open;
        open.signIn("quality.zhao", Installation.DEMO_PASSWORD);
        open.go("/guidelines?lang=en");
        open.leaveBy("a[href='/guidelines/TD/changes']");
        assertThat(open.text())
                .contains("In force since 2026-03-15", "New 1", "Changed 1", "Withdrawn 1")
                .contains(">= 70.0", ">= 95.0", "Newly blocks", "Newly passes")
                .contains("Fewer than 95 % of the cells live");
        assertThat(open.barriers()).isEmpty();
        open.size(390, 844).go("/guidelines/TD/changes?from=2026-1&to=2026-2&lang=zh-CN");
        assertThat(open.text()).contains("新增阻止", "不再阻止", "对各产品的影响", "活率低于 95%");
        assertThat(open.barriers()).isEmpty();
        assertThat(open.driver().executeScript("return document.documentElement.scrollWidth <= innerWidth + 1"))
                .isEqualTo(true);
        open.picture("guideline-changes-zh-CN");
        open.go(Page.entry(earlier) + "?lang=en");
        assertThat(open.text()).contains("TD 2026-1").doesNotContain("TD 2026-2");
        open.go("/guidelines/CA/changes?lang=en");
        assertThat(open.text()).contains("Only one version of this pack is loaded");
    }
}
