package org.opencgt.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencgt.access.Credentials;
import org.opencgt.access.Signer;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.ActSchema;
import org.opencgt.act.Ref;
import org.opencgt.act.Vocabulary;
import org.opencgt.gate.Verdict;
import org.opencgt.language.Texts;
import org.opencgt.pipeline.Answers;
import org.opencgt.pipeline.Outcome;
import org.opencgt.pipeline.Pipeline;
import org.opencgt.pipeline.Request;
import org.opencgt.subject.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The vocabulary; performing an act; asking the gate without performing. */
@Command(
        name = "act",
        resourceBundle = "language.commands",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB")
final class ActCommand {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Spec
    private @Nullable CommandSpec spec;

    private final Texts texts = new Texts();

    /** Who signs, when, and why in spite of what. */
    static final class Signing {

        @Option(names = "--by", paramLabel = "LOGIN", split = ",", required = true, descriptionKey = "option.by")
        private List<String> by = List.of();

        @Option(names = "--at", paramLabel = "TIME", descriptionKey = "option.at")
        private @Nullable String at;

        @Option(names = "--late-reason", paramLabel = "REASON", descriptionKey = "option.late-reason")
        private @Nullable String lateReason;

        @Option(names = "--justify", paramLabel = "CLAUSE=REASON", descriptionKey = "option.justify")
        private Map<String, String> justify = new TreeMap<>();

        @Option(names = "--idempotency-key", paramLabel = "KEY", descriptionKey = "option.idempotency-key")
        private @Nullable String key;

        private Request request(String type, JsonNode act, List<Signer> signers) {
            return new Request(type, act, at == null ? null : Inputs.time(at), lateReason, signers, justify, key, null);
        }
    }

    @Command(name = "types", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int types() {
        for (ActDeclaration act : new Vocabulary().acts()) {
            out().printf("%-44s %s%n", act.name(), texts.of(Locale.getDefault(), "act." + act.name()));
        }
        return Exit.DONE;
    }

    @Command(name = "schema", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int schema(@Parameters(paramLabel = "TYPE", descriptionKey = "parameter.act-type") String type) {
        out().println(JSON.writeValueAsString(ActSchema.of(declaration(type), texts, Locale.getDefault())));
        return Exit.DONE;
    }

    @Command(name = "perform", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int perform(
            @Mixin Platform platform,
            @Mixin Signing signing,
            @Parameters(paramLabel = "TYPE", descriptionKey = "parameter.act-type") String type,
            @Parameters(paramLabel = "FILE.json", descriptionKey = "parameter.act-file") Path file)
            throws IOException {
        JsonNode act = read(file);
        try (var context = platform.open()) {
            List<Signer> signers = new ArrayList<>();
            for (String login : signing.by) {
                signers.add(context.getBean(Credentials.class).open(login, password(login)));
            }
            return switch (context.getBean(Pipeline.class).perform(signing.request(type, act, signers))) {
                case Outcome.Accepted(var entry, var verdict, var made) -> {
                    out().println(JSON.writeValueAsString(Answers.accepted(entry, verdict, made)));
                    yield Exit.DONE;
                }
                case Outcome.Blocked(var entry, var verdict) -> {
                    say(verdict);
                    yield Exit.NO;
                }
                case Outcome.Repeated(JsonNode answer) -> {
                    out().println(JSON.writeValueAsString(answer.required("body")));
                    yield answer.required("status").intValue() == 201 ? Exit.DONE : Exit.NO;
                }
                case Outcome.Checked checked -> throw new IllegalStateException("performed, not checked");
            };
        }
    }

    @Command(name = "check", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int check(
            @Mixin Platform platform,
            @Mixin Signing signing,
            @Parameters(paramLabel = "TYPE", descriptionKey = "parameter.act-type") String type,
            @Parameters(paramLabel = "FILE.json", descriptionKey = "parameter.act-file") Path file)
            throws IOException {
        JsonNode act = read(file);
        try (var context = platform.open()) {
            List<Ref<Person>> who = signing.by.stream()
                    .map(login -> new Ref<Person>("person", login))
                    .toList();
            Verdict verdict = context.getBean(Pipeline.class)
                    .check(signing.request(type, act, List.of()), who)
                    .verdict();
            out().println(JSON.writeValueAsString(verdict.json()));
            if (!verdict.accepted()) {
                say(verdict);
            }
            return verdict.accepted() ? Exit.DONE : Exit.NO;
        }
    }

    private void say(Verdict verdict) {
        var err = spec().commandLine().getErr();
        err.println(texts.of(Locale.getDefault(), "problem.gate-blocked"));
        verdict.obstacles()
                .forEach(f -> err.println("  " + f.clause() + "  " + f.message().in(Locale.getDefault())
                        + (f.missing().isEmpty() ? "" : " " + f.missing())));
    }

    private ActDeclaration declaration(String type) {
        return new Vocabulary()
                .act(type)
                .orElseThrow(() -> new BadInput(texts.of(Locale.getDefault(), "fault.unknown-act", type)));
    }

    private JsonNode read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new BadInput(texts.of(Locale.getDefault(), "fault.no-such-file", file));
        }
        try (var in = Files.newInputStream(file)) {
            return JSON.readTree(in);
        } catch (JacksonException e) {
            throw new BadInput(
                    file + ":" + e.getLocation().getLineNr() + ":"
                            + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage(),
                    e);
        }
    }

    /** From the terminal, or where there is none from the environment variable {@code OPENCGT_PASSWORD}. */
    private char[] password(String login) {
        @Nullable String given = System.getenv("OPENCGT_PASSWORD");
        if (given != null) {
            return given.toCharArray();
        }
        @Nullable Console console = System.console();
        char @Nullable [] typed = console == null
                ? null
                : console.readPassword("%s: ", texts.of(Locale.getDefault(), "command.password-of", login));
        if (typed == null) {
            throw new BadInput(texts.of(Locale.getDefault(), "command.no-password"));
        }
        return typed;
    }

    private java.io.PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("no command");
        }
        return spec;
    }
}
