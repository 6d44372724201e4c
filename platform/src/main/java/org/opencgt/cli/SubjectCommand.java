package org.opencgt.cli;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.RecordWriter;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Vocabulary;
import org.opencgt.language.Texts;
import org.opencgt.pipeline.Answers;
import org.opencgt.pipeline.NoSuchSubject;
import org.opencgt.pipeline.SubjectReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** State and history of one subject. */
@Command(
        name = "subject",
        resourceBundle = "language.commands",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB")
final class SubjectCommand {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Spec
    private @Nullable CommandSpec spec;

    @Command(name = "list", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int list(
            @Mixin Platform platform,
            @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "option.text", defaultValue = "")
                    String text,
            @Option(names = "--limit", paramLabel = "N", descriptionKey = "option.limit", defaultValue = "100")
                    int limit,
            @Parameters(paramLabel = "KIND", descriptionKey = "parameter.kind") String kind) {
        Texts texts = new Texts();
        Locale locale = Locale.getDefault();
        Vocabulary vocabulary = new Vocabulary();
        if (vocabulary.subject(kind).isEmpty()) {
            throw new BadInput(texts.of(locale, "fault.kind-unknown", kind));
        }
        if (limit < 1) {
            throw new BadInput(texts.of(locale, "fault.page-range", Integer.MAX_VALUE));
        }
        try (var context = platform.open()) {
            SubjectReading reading = context.getBean(SubjectReading.class);
            reading.find(kind, text, 0, limit)
                    .forEach(standing -> print(standing.ref().toString()));
            return Exit.DONE;
        }
    }

    @Command(name = "show", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int show(
            @Mixin Platform platform,
            @Option(names = "--as-of", paramLabel = "TIME", descriptionKey = "option.as-of") @Nullable String asOf,
            @Parameters(paramLabel = "REF", descriptionKey = "parameter.ref") String ref) {
        Ref<? extends Subject> subject = Inputs.ref(ref);
        @Nullable Instant time = asOf == null ? null : Inputs.time(asOf);
        try (var context = platform.open()) {
            SubjectReading reading = context.getBean(SubjectReading.class);
            Optional<SubjectReading.Standing> standing =
                    time == null ? reading.now(subject) : reading.asOf(subject, time);
            SubjectReading.Standing found = standing.orElseThrow(() -> new NoSuchSubject(subject));
            ObjectNode json = JSON.createObjectNode();
            json.put("ref", found.ref().toString());
            json.put("version", found.version());
            json.set("state", RecordWriter.write((Record) found.state()));
            print(JSON.writeValueAsString(json));
            return Exit.DONE;
        }
    }

    @Command(name = "history", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int history(
            @Mixin Platform platform,
            @Option(
                            names = "--format",
                            paramLabel = "table|json",
                            descriptionKey = "option.format",
                            defaultValue = "table")
                    String format,
            @Parameters(paramLabel = "REF", descriptionKey = "parameter.ref") String ref) {
        Ref<? extends Subject> subject = Inputs.ref(ref);
        Texts texts = new Texts();
        try (var context = platform.open()) {
            SubjectReading reading = context.getBean(SubjectReading.class);
            if (reading.now(subject).isEmpty()) {
                throw new NoSuchSubject(subject);
            }
            if (format.equals("json")) {
                ArrayNode all = JSON.createArrayNode();
                reading.history(subject).forEach(done -> {
                    ObjectNode entry = Answers.entry(done.entry());
                    if (done.correctedBy() != null) {
                        entry.put("correctedBy", done.correctedBy());
                    }
                    all.add(entry);
                });
                print(JSON.writeValueAsString(all));
            } else {
                reading.history(subject)
                        .forEach(done -> print("%s  %-28s %-40s %s%s"
                                .formatted(
                                        done.entry().performedAt(),
                                        done.entry().performer(),
                                        done.entry().type(),
                                        texts.of(
                                                Locale.getDefault(),
                                                "act." + done.entry().type()),
                                        done.correctedBy() == null ? "" : "  ← " + done.correctedBy())));
            }
            return Exit.DONE;
        }
    }

    private void print(String line) {
        if (spec == null) {
            throw new IllegalStateException("no command");
        }
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
