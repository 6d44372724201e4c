package org.opencgt.science.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opencgt.science.Language;
import org.opencgt.science.assay.cli.AssayCommand;
import org.opencgt.science.cells.cli.CellsCommand;
import org.opencgt.science.command.Shell;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.comparability.cli.CompareCommand;
import org.opencgt.science.dosefinding.cli.DoseFindingCommand;
import org.opencgt.science.kinetics.cli.KineticsCommand;
import org.opencgt.science.potency.cli.PotencyCommand;
import org.opencgt.science.process.cli.ProcessCommand;
import org.opencgt.science.stability.cli.StabilityCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command line of the numeric library: {@code opencgt AREA VERB [options]}. Loads no server code. */
@Command(
        name = "opencgt",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        abbreviateSynopsis = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        subcommands = {
            DoseFindingCommand.class,
            KineticsCommand.class,
            CellsCommand.class,
            StabilityCommand.class,
            CompareCommand.class,
            ProcessCommand.class,
            PotencyCommand.class,
            AssayCommand.class
        })
public final class ScienceCommand {

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Surroundings surroundings = new Surroundings(
                language(arguments, environment),
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                isTerminal("stdout"),
                isTerminal("stderr"));
        System.exit(Shell.run(new ScienceCommand(), surroundings, arguments));
    }

    /** The language that {@code --lang} asks for, or else that of the environment. */
    static Language language(String[] arguments, Map<String, String> environment) {
        List<String> words = List.of(arguments);
        int option = words.indexOf("--lang");
        Stream<String> asked = Stream.concat(
                words.stream()
                        .filter(word -> word.startsWith("--lang="))
                        .map(word -> word.substring("--lang=".length())),
                option >= 0 && option + 1 < words.size() ? Stream.of(words.get(option + 1)) : Stream.of());
        Stream<String> surrounding = Stream.of("OPENCGT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""));
        return Stream.concat(asked, surrounding)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(Language::of)
                .orElse(Language.ENGLISH);
    }

    /** UTF-8 whatever the locale: results are data. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** The start script knows; without it nobody looks. */
    private static boolean isTerminal(String stream) {
        return List.of(System.getProperty("opencgt.terminal", "").split(",")).contains(stream);
    }
}
