package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.opencgt.database.TestDatabase;
import org.opencgt.installation.FirstStart;
import org.opencgt.installation.Installation;
import org.opencgt.scenario.ScenarioRun;
import org.opencgt.web.reading.SubjectReading;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole server on a real PostgreSQL with the demonstration played: started once for all tests of the pages. A test that
 * performs an act leaves it there; none relies on there being no other.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningServer {

    static final String PASSWORD = Installation.DEMO_PASSWORD;

    /** Of the tests that work at a form: within the time in which trainings and calibrations of the demonstration are valid. */
    static final String WHILE_ALL_IS_VALID = "2026-10-12 10:00";

    private static final Path SCENARIO = Path.of("..", "scenarios", "autologous-cart.yaml");

    @LocalServerPort
    private int port;

    @Autowired
    private SubjectReading subjects;

    private @Nullable Browser browser;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @BeforeAll
    void play(@Autowired FirstStart first) {
        if (first.isNeeded()) {
            ScenarioRun.Result played = first.play(SCENARIO, told -> {});
            assertThat(played.asExpected())
                    .as(() -> String.valueOf(played.told().getLast()))
                    .isTrue();
        }
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    int port() {
        return port;
    }

    /** The browser of this test class, started when first asked for. */
    Browser browser() {
        if (browser == null) {
            browser = Browser.open(port, "en");
        }
        return browser;
    }

    /** The first subject of a kind whose state has the value. */
    String first(String kind, String component, String value) {
        return subjects.list(kind, new SubjectReading.Query("", Map.of(component, value), "id", false, 0, 1))
                .rows()
                .getFirst()
                .ref()
                .toString();
    }

    String first(String kind) {
        return subjects.list(kind, new SubjectReading.Query("", Map.of(), "id", false, 0, 1))
                .rows()
                .getFirst()
                .ref()
                .toString();
    }

    static String id(String ref) {
        return ref.substring(ref.indexOf(':') + 1);
    }
}
