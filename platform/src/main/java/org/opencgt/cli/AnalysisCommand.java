package org.opencgt.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.analysis.Rerun;
import org.opencgt.analysis.SignedAnalysis;
import org.opencgt.language.Texts;
import org.opencgt.pipeline.NoSuchSubject;
import org.opencgt.pipeline.SubjectReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Analyses that somebody signed. */
@Command(
        name = "analysis",
        resourceBundle = "language.commands",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB")
final class AnalysisCommand {

    @Spec
    private @Nullable CommandSpec spec;

    @Command(name = "rerun", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int rerun(@Mixin Platform platform, @Parameters(paramLabel = "REF", descriptionKey = "parameter.ref") String ref) {
        Ref<? extends Subject> subject = Inputs.ref(ref);
        try (var context = platform.open()) {
            SubjectReading reading = context.getBean(SubjectReading.class);
            if (!(reading.now(subject).map(SubjectReading.Standing::state).orElseThrow(() -> new NoSuchSubject(subject))
                    instanceof SignedAnalysis signed)) {
                throw new NoSuchSubject(subject);
            }
            Rerun again = signed.again();
            boolean same = again.gives(signed.result());
            print(new Texts()
                    .of(
                            Locale.getDefault(),
                            same ? "rerun.same" : "rerun.different",
                            subject.toString(),
                            signed.engine(),
                            Rerun.engine(),
                            again.problem() == null ? "" : again.problem()));
            return same ? Exit.DONE : Exit.NO;
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
