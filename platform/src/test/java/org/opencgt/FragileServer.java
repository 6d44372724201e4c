package org.opencgt;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.opencgt.database.Line;
import org.opencgt.database.TestDatabase;
import org.opencgt.installation.FirstStart;
import org.opencgt.installation.Installation;
import org.opencgt.ledger.Ledger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole server over HTTP on a line to its database that a test may disturb; with an administrator and nothing else. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = OpenCgt.class)
public abstract class FragileServer {

    protected static final String ADMINISTRATOR = FirstStart.ADMINISTRATOR.id();
    protected static final String PASSWORD = Installation.DEMO_PASSWORD;

    private static final Duration BACK = Duration.ofSeconds(30);

    private static @Nullable Line line;
    private static @Nullable TestDatabase database;

    @Autowired
    protected Ledger ledger;

    @Autowired
    private FirstStart firstStart;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        line = TestDatabase.line();
        database = TestDatabase.register(registry, line);
        registry.add("opencgt.database-answer-wait", () -> "5s");
    }

    /** Of whatever the test before left of its connections, none may disturb this one. */
    @BeforeEach
    void begin() throws InterruptedException {
        Instant end = Instant.now().plus(BACK);
        while (!isBack() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        if (firstStart.isNeeded()) {
            firstStart.demonstrationAdministrator();
        }
    }

    @AfterEach
    void mend() {
        line().restore();
    }

    private boolean isBack() {
        try {
            return ledger.size() >= 0;
        } catch (DataAccessException away) {
            return false;
        }
    }

    protected final URI server() {
        return URI.create("http://127.0.0.1:" + port);
    }

    protected static Line line() {
        return java.util.Objects.requireNonNull(line);
    }

    /** The database itself, past the line. */
    protected static TestDatabase database() {
        return java.util.Objects.requireNonNull(database);
    }
}
