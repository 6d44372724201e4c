package org.opencgt.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.OpenCgt;
import org.opencgt.access.Credentials;
import org.opencgt.access.Signer;
import org.opencgt.act.Ref;
import org.opencgt.gate.Check;
import org.opencgt.gate.Gate;
import org.opencgt.gate.Language;
import org.opencgt.guideline.Guidelines;
import org.opencgt.installation.FirstStart;
import org.opencgt.installation.Installation;
import org.opencgt.pipeline.Outcome;
import org.opencgt.pipeline.Pipeline;
import org.opencgt.pipeline.Request;
import org.opencgt.scenario.LocalStage;
import org.opencgt.scenario.Scenario;
import org.opencgt.scenario.ScenarioReader;
import org.opencgt.scenario.ScenarioRun;
import org.opencgt.scenario.Stage;
import org.opencgt.subject.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/**
 * How long the gate takes for a real act with 60 rules: the release of the demonstration's batch, which has the most rules
 * of all, taken again until there are 60. Measured is the whole question — JSON read, states read from PostgreSQL in one
 * snapshot, rules evaluated, verdict. With 0 rules, what is left is the reading, so the difference is the gate's own time.
 *
 * <p>Arguments: a folder for the database, the number of rules (default 60), and the scenario (default
 * {@code scenarios/autologous-cart.yaml}).
 */
public final class GateBenchmark {

    private static final String RULES = "opencgt.bench.rules";
    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 20_000;
    private static final String ACT = "quality.release-batch";

    private GateBenchmark() {}

    /** The platform with a gate that can be exchanged for the measurement. */
    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = {FlywayAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
    @ComponentScan(
            basePackages = "org.opencgt",
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.opencgt\\.(web|api|bench)\\..*"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.opencgt\\.cli\\.PlatformWithoutPages"),
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = OpenCgt.class)
            })
    static class PlatformWithLongGate {

        @Bean
        java.time.Clock clock() {
            return OpenCgt.systemClock();
        }

        @Bean
        @Primary
        Gate longGate(Language language, Guidelines guidelines, @Value("${" + RULES + "}") int rules) {
            Map<String, List<Check>> checks = new LinkedHashMap<>(guidelines.checks());
            List<Check> own = checks.getOrDefault(ACT, List.of());
            List<Check> longer = new ArrayList<>();
            while (longer.size() < rules) {
                longer.addAll(own.subList(0, Math.min(own.size(), rules - longer.size())));
            }
            System.out.printf("  %s has %d rules, now %d%n", ACT, own.size(), longer.size());
            checks.put(ACT, longer);
            return new Gate(language, checks);
        }
    }

    public static void main(String... arguments) {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "bench/target/gate-benchmark");
        int rules = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        Path scenario = Path.of(arguments.length > 2 ? arguments[2] : "scenarios/autologous-cart.yaml");
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(PlatformWithLongGate.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "opencgt.command-line=true",
                        "opencgt.data=" + folder,
                        RULES + "=" + rules,
                        "opencgt.disposable=true",
                        "logging.level.root=warn")
                .run()) {
            Stage stage = context.getBean(FirstStart.class).stage("benchmark");
            if (!(stage instanceof LocalStage)) {
                throw new IllegalStateException("played elsewhere");
            }
            Measuring measuring =
                    new Measuring(rules, stage, context.getBean(Pipeline.class), context.getBean(Credentials.class));
            new ScenarioRun(measuring).play(ScenarioReader.read(scenario), told -> {});
            if (!measuring.done) {
                throw new IllegalStateException("the scenario never came to " + ACT);
            }
        }
    }

    /** Plays, and measures where the act comes. */
    private static final class Measuring implements Stage {

        private final int rules;
        private final Stage stage;
        private final Pipeline pipeline;
        private final Credentials credentials;
        private boolean done;

        Measuring(int rules, Stage stage, Pipeline pipeline, Credentials credentials) {
            this.rules = rules;
            this.stage = stage;
            this.pipeline = pipeline;
            this.credentials = credentials;
        }

        @Override
        public Played play(Scenario.Step step, JsonNode given) {
            if (!done && step.perform().equals(ACT) && step.expect().result() == Scenario.Result.ACCEPTED) {
                done = true;
                measure(step, given);
            }
            return stage.play(step, given);
        }

        @Override
        public Stage fork() {
            throw new UnsupportedOperationException("one course of events");
        }

        private void measure(Scenario.Step step, JsonNode given) {
            List<Signer> signers = step.by().stream()
                    .map(login -> credentials.open(login, Installation.DEMO_PASSWORD.toCharArray()))
                    .toList();
            List<Ref<Person>> people = signers.stream().map(Signer::person).toList();
            Request request =
                    new Request(ACT, given, step.at(), LocalStage.LATE, List.of(), step.justify(), null, null);
            Outcome.Checked answer = pipeline.check(request, people);
            System.out.printf(
                    "  verdict: %s, %d findings%n",
                    answer.verdict().outcome(), answer.verdict().findings().size());
            if (!answer.verdict().accepted()) {
                throw new IllegalStateException(
                        "the release is to pass: " + answer.verdict().json());
            }
            time(() -> pipeline.check(request, people), WARM_UP);
            long[] nanos = time(() -> pipeline.check(request, people), MEASURED);
            Percentiles.print("gate with " + rules + " rules, the whole question", nanos);
        }

        private static long[] time(Runnable question, int times) {
            long[] nanos = new long[times];
            for (int i = 0; i < times; i++) {
                long from = System.nanoTime();
                question.run();
                nanos[i] = System.nanoTime() - from;
            }
            return nanos;
        }
    }
}
