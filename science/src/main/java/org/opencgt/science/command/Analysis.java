package org.opencgt.science.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.Language;
import org.opencgt.science.output.Format;
import picocli.CommandLine.Option;

/** A verb of the analysis command line. A subclass declares its own options and computes; the rest is here. */
public abstract class Analysis {

    @Option(names = "--format", paramLabel = "FORMAT")
    @Nullable
    Format format;

    @Option(names = "--out", paramLabel = "FILE")
    @Nullable
    Path out;

    @Option(names = "--report", paramLabel = "FILE.html")
    @Nullable
    Path report;

    /** Read before the command line is built, as its help depends on it; declared here to be accepted and listed. */
    @Option(names = "--lang", paramLabel = "LANG")
    @Nullable
    Language language;

    /**
     * Computes.
     *
     * @throws BadInput if there is nothing to compute from
     */
    protected abstract Finding find(Surroundings surroundings);

    /** Computes and writes; returns the {@link ExitCode}. */
    final int perform(Surroundings surroundings, Invocation invocation) {
        Finding finding = find(surroundings);
        Language reader = surroundings.language();
        Format chosen = formatFor(surroundings, finding);
        if (out == null) {
            surroundings.out().print(finding.document().text(chosen, reader));
            surroundings.out().flush();
        } else {
            write(finding.document().text(chosen, reader), out);
        }
        if (report != null) {
            write(ReportWriter.html(finding, invocation, surroundings), report);
        }
        finding.unmet().forEach(criterion -> surroundings.err().println(criterion.text(reader)));
        surroundings.err().flush();
        return finding.unmet().isEmpty() ? ExitCode.DONE : ExitCode.ANSWER_IS_NO;
    }

    private Format formatFor(Surroundings surroundings, Finding finding) {
        if (format != null) {
            return format;
        }
        String file = out == null ? "" : out.toString().toLowerCase(Locale.ROOT);
        if (file.endsWith(".csv")) {
            return Format.CSV;
        }
        if (file.endsWith(".json")) {
            return Format.JSON;
        }
        if (out == null && surroundings.outIsTerminal()) {
            return Format.TABLE;
        }
        return finding.document().hasRows() ? Format.CSV : Format.JSON;
    }

    private static void write(String text, Path file) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Fault.of(CommandFault.UNWRITABLE)
                    .with("file", file.toString())
                    .with("reason", e.getClass().getSimpleName())
                    .asException(e);
        }
    }
}
