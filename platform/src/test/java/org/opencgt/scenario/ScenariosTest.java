package org.opencgt.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.database.DisposableDatabase;
import org.opencgt.installation.FirstStart;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole lives and all refusals of {@code scenarios/}, played through the server's own pipeline. */
@SpringBootTest
@DirtiesContext // its database is deleted
class ScenariosTest {

    /** The fewest refusals that the project promises to show. */
    private static final int FEWEST_REFUSALS = 30;

    private static final Path FOLDER = Path.of("..", "scenarios");
    private static final List<Scenario> LIVES = ScenarioReader.readAll(List.of(FOLDER));
    private static final List<Scenario> REFUSALS = ScenarioReader.readAll(List.of(FOLDER.resolve("refusals")));
    private static final Map<Scenario, ScenarioRun.Result> RESULTS = new HashMap<>();

    @TempDir
    private static Path data = Path.of("");

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("opencgt.data", () -> data.toString());
        registry.add("opencgt.disposable", () -> "true");
    }

    @BeforeAll
    static void play(@Autowired DisposableDatabase database, @Autowired FirstStart start) {
        new ScenarioTree(database, RESULTS::put)
                .play(Stream.concat(LIVES.stream(), REFUSALS.stream()).toList(), start.stage("test"));
    }

    @TestFactory
    Stream<DynamicTest> livesGoAsExpected() {
        return LIVES.stream().map(life -> DynamicTest.dynamicTest(life.name(), () -> goesAsExpected(life)));
    }

    @TestFactory
    Stream<DynamicTest> refusalsGoAsExpected() {
        return REFUSALS.stream()
                .map(refusal -> DynamicTest.dynamicTest(refusal.name(), () -> {
                    goesAsExpected(refusal);
                    assertThat(refusal.steps())
                            .as("steps that a gate is to block, with the clauses")
                            .anyMatch(step -> step.expect().result() == Scenario.Result.BLOCKED
                                    && !step.expect().clauses().isEmpty());
                }));
    }

    @Test
    void thereAreLivesAndRefusals() {
        assertThat(LIVES).isNotEmpty();
        assertThat(REFUSALS).hasSizeGreaterThanOrEqualTo(FEWEST_REFUSALS);
        assertThat(RESULTS).hasSize(LIVES.size() + REFUSALS.size());
    }

    private static void goesAsExpected(Scenario scenario) {
        ScenarioRun.Result result =
                Objects.requireNonNull(RESULTS.get(scenario), () -> scenario.name() + " was not played");
        assertThat(result.told().stream().filter(told -> !told.asExpected()).map(ScenariosTest::words))
                .as("steps that did not go as expected")
                .isEmpty();
        assertThat(result.told()).as("steps played").hasSameSizeAs(scenario.steps());
    }

    private static String words(ScenarioRun.Told told) {
        return "%s: expected %s %s, but it was %s %s %s"
                .formatted(
                        told.step().where(),
                        told.step().expect().result(),
                        told.step().expect().clauses(),
                        told.played().result(),
                        told.played().violated(),
                        told.played().message());
    }
}
