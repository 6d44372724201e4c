package org.opencgt.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.lineage.Genealogy;
import org.opencgt.lineage.Lineage;
import org.opencgt.pipeline.NoSuchSubject;
import org.opencgt.pipeline.SubjectReading;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where a subject comes from and what became of it. */
@Command(name = "lineage", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
final class LineageCommand implements Callable<Integer> {

    /** How to print. */
    enum Format {
        TEXT,
        JSON,
        DOT
    }

    /** One way only. */
    static final class Way {

        @Option(names = "--up", descriptionKey = "option.up", required = true)
        private boolean up;

        @Option(names = "--down", descriptionKey = "option.down", required = true)
        private boolean down;
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Platform platform = new Platform();

    @ArgGroup
    private Way way = new Way();

    @Option(names = "--format", paramLabel = "text|json|dot", descriptionKey = "option.format", defaultValue = "text")
    private Format format = Format.TEXT;

    @Parameters(paramLabel = "REF", descriptionKey = "parameter.ref")
    private String ref = "";

    @Override
    public Integer call() {
        Ref<? extends Subject> subject = Inputs.ref(ref);
        Lineage.Direction direction =
                way.up ? Lineage.Direction.UP : way.down ? Lineage.Direction.DOWN : Lineage.Direction.BOTH;
        try (var context = platform.open()) {
            if (context.getBean(SubjectReading.class).now(subject).isEmpty()) {
                throw new NoSuchSubject(subject);
            }
            Genealogy genealogy = context.getBean(Lineage.class).trace(subject, direction, Lineage.ANY_DEPTH);
            String text = switch (format) {
                case TEXT -> genealogy.text();
                case DOT -> genealogy.dot();
                case JSON ->
                    JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(genealogy.json());
            };
            if (spec == null) {
                throw new IllegalStateException("no command");
            }
            spec.commandLine().getOut().println(text.stripTrailing());
            spec.commandLine().getOut().flush();
            return Exit.DONE;
        }
    }
}
