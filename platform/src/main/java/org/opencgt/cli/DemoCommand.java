package org.opencgt.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.opencgt.scenario.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays a whole life of a product, act by act. */
@Command(name = "demo", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    static final String DEFAULT = "autologous-cart";

    @Mixin
    private Playing playing = new Playing();

    @Option(names = "--scenario", paramLabel = "NAME", descriptionKey = "option.scenario", defaultValue = DEFAULT)
    private String scenario = DEFAULT;

    @Override
    public Integer call() throws Exception {
        return playing.play(List.of(file(scenario)), false) ? Exit.DONE : Exit.NO;
    }

    /** Where the life of that name stands; it must be there. */
    static Path file(String scenario) {
        return ScenarioReader.file(Path.of(System.getProperty("opencgt.home", "."), "scenarios"), scenario);
    }
}
