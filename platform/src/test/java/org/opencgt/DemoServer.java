package org.opencgt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.opencgt.access.Credentials;
import org.opencgt.access.Signer;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.database.TestDatabase;
import org.opencgt.installation.FirstStart;
import org.opencgt.installation.Installation;
import org.opencgt.ledger.Ledger;
import org.opencgt.pipeline.Pipeline;
import org.opencgt.scenario.RemoteStage;
import org.opencgt.scenario.Scenario;
import org.opencgt.scenario.ScenarioReader;
import org.opencgt.scenario.ScenarioRun;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole server over HTTP with the demonstration in its ledger: started once for all tests that extend this, and the
 * demonstration played once over REST. Wherever a refusal scenario branches off with nothing but refused steps, these are
 * played too, since they leave the states as they were.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = OpenCgt.class)
public abstract class DemoServer {

    protected static final String PASSWORD = Installation.DEMO_PASSWORD;

    private static final Path SCENARIOS = Path.of("..", "scenarios");
    private static @Nullable TestDatabase database;
    private static @Nullable Demonstration demonstration;

    @Autowired
    protected Pipeline pipeline;

    @Autowired
    protected Ledger ledger;

    @Autowired
    protected Credentials credentials;

    @Autowired
    private FirstStart firstStart;

    @LocalServerPort
    private int port;

    private final Map<String, Signer> opened = new java.util.HashMap<>();

    /** What was played. */
    protected record Demonstration(ScenarioRun.Result result, Map<String, String> named, List<String> refusals) {

        public List<ScenarioRun.Told> told() {
            return result.told();
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        database = TestDatabase.register(registry);
    }

    @BeforeEach
    void play() {
        demonstration();
    }

    protected final Demonstration demonstration() {
        synchronized (DemoServer.class) {
            if (demonstration == null) {
                firstStart.demonstrationAdministrator();
                ScenarioRun run = new ScenarioRun(new RemoteStage(server(), PASSWORD, PASSWORD));
                List<String> refusals = new ArrayList<>();
                ScenarioRun.Result result = run.play(withRefusals(refusals), told -> {});
                demonstration = new Demonstration(result, run.named(), List.copyOf(refusals));
            }
            return demonstration;
        }
    }

    protected final URI server() {
        return URI.create("http://127.0.0.1:" + port);
    }

    protected static TestDatabase testDatabase() {
        if (database == null) {
            throw new IllegalStateException("the context is not started");
        }
        return database;
    }

    /** A subject that the scenario named. */
    protected final <S extends Subject> Ref<S> named(String name) {
        String ref = demonstration().named().get(name);
        if (ref == null) {
            throw new IllegalArgumentException("the demonstration names no " + name);
        }
        return Ref.parse(ref);
    }

    /** Somebody of the demonstration with the signing key open. */
    protected final Signer signer(String login) {
        return opened.computeIfAbsent(login, l -> credentials.open(l, PASSWORD.toCharArray()));
    }

    private static Scenario withRefusals(List<String> names) {
        Scenario demo = ScenarioReader.read(SCENARIOS.resolve("autologous-cart.yaml"));
        List<List<Scenario.Step>> after = new ArrayList<>();
        demo.steps().forEach(step -> after.add(new ArrayList<>()));
        for (Path file : refusals()) {
            Scenario refusal = ScenarioReader.read(file);
            int common = 0;
            while (common < refusal.steps().size()
                    && common < demo.steps().size()
                    && refusal.steps().get(common).equals(demo.steps().get(common))) {
                common++;
            }
            List<Scenario.Step> own =
                    refusal.steps().subList(common, refusal.steps().size());
            boolean onlyRefused = own.stream().allMatch(s -> s.expect().result() != Scenario.Result.ACCEPTED);
            if (onlyRefused && !own.isEmpty()) {
                after.get(common - 1).addAll(own);
                names.add(refusal.name());
            }
        }
        List<Scenario.Step> steps = new ArrayList<>();
        for (int i = 0; i < demo.steps().size(); i++) {
            steps.add(demo.steps().get(i));
            steps.addAll(after.get(i));
        }
        return new Scenario(demo.name(), demo.title(), steps);
    }

    private static List<Path> refusals() {
        try (Stream<Path> files = Files.list(SCENARIOS.resolve("refusals"))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
