package org.opencgt.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays a whole life of a product, act by act. */
@Command(name = "demo", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    static final String DEFAULT = "scenarios/autologous-cart.yaml";

    @Mixin
    private Playing playing = new Playing();

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            descriptionKey = "option.scenario",
            defaultValue = "autologous-cart")
    private String scenario = "autologous-cart";

    @Override
    public Integer call() throws Exception {
        Path file = Path.of(System.getProperty("opencgt.home", ".")).resolve("scenarios/" + scenario + ".yaml");
        return playing.play(List.of(file), false) ? Exit.DONE : Exit.NO;
    }
}
