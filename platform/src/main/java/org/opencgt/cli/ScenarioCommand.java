package org.opencgt.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Performs lists of acts. */
@Command(
        name = "scenario",
        resourceBundle = "language.commands",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB")
final class ScenarioCommand {

    /**
     * Plays each file, and each file of a folder, on a database of its own; {@code --expect} prints only what was not as
     * expected.
     */
    @Command(name = "run", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int run(
            @Mixin Playing playing,
            @Option(names = "--expect", descriptionKey = "option.expect") boolean expect,
            @Parameters(paramLabel = "FILE.yaml", arity = "1..*", descriptionKey = "parameter.scenario-files")
                    List<Path> files)
            throws Exception {
        return playing.play(files, expect) ? Exit.DONE : Exit.NO;
    }
}
