package org.opencgt.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.database.Backup;
import org.opencgt.database.EmbeddedPostgres;
import org.opencgt.language.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Backs up and restores the database that the program brings. */
@Command(
        name = "database",
        resourceBundle = "language.commands",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB")
final class DatabaseCommand {

    @Spec
    private @Nullable CommandSpec spec;

    private final Texts texts = new Texts();

    @Command(name = "backup", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int backup(
            @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data", defaultValue = "data")
                    Path data,
            @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "option.out") Path out) {
        if (!Files.isDirectory(data.resolve("database"))) {
            throw new BadInput(texts.of(Locale.getDefault(), "command.no-database", data));
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            Backup.Contents contents = Backup.take(postgres, out.toAbsolutePath());
            say(
                    "backup-taken",
                    out,
                    contents.files(),
                    contents.bytes(),
                    data.resolve("vault.key"),
                    data.resolve("log.key"));
        }
        return Exit.DONE;
    }

    @Command(name = "restore", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int restore(
            @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data", defaultValue = "data")
                    Path data,
            @Parameters(paramLabel = "FILE", descriptionKey = "parameter.backup") Path file) {
        if (!Files.isReadable(file)) {
            throw new BadInput(texts.of(Locale.getDefault(), "fault.no-such-file", file));
        }
        Backup.Contents contents = Backup.restore(file, data);
        say("backup-restored", file, contents.files(), contents.bytes(), data);
        return Exit.DONE;
    }

    private void say(String key, Object... parameters) {
        if (spec == null) {
            throw new IllegalStateException("no command");
        }
        spec.commandLine().getOut().println(texts.of(Locale.getDefault(), "command." + key, parameters));
        spec.commandLine().getOut().flush();
    }
}
