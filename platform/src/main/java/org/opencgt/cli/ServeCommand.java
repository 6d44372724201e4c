package org.opencgt.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.opencgt.installation.FirstStart;
import org.opencgt.installation.Installation;
import org.opencgt.language.Texts;
import org.opencgt.scenario.ScenarioRun;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the server. */
@Command(name = "serve", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static volatile boolean running;

    @Mixin
    private Platform platform = new Platform();

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "option.port", defaultValue = "8080")
    private int port;

    @Option(names = "--address", paramLabel = "ADDRESS", descriptionKey = "option.address", defaultValue = "127.0.0.1")
    private String address = "127.0.0.1";

    @Option(names = "--demo", negatable = true, descriptionKey = "option.demo")
    private boolean demo;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            descriptionKey = "option.scenario",
            defaultValue = DemoCommand.DEFAULT)
    private String scenario = DemoCommand.DEFAULT;

    /** Whether a server was started, which then lives on after the command. */
    static boolean running() {
        return running;
    }

    @Override
    public Integer call() {
        @Nullable
        Path life = demo ? DemoCommand.file(scenario) : null; // a wrong name is told before anything is started
        List<String> arguments = platform.arguments();
        arguments.add("--server.port=" + port);
        arguments.add("--server.address=" + address);
        ConfigurableApplicationContext context = Platform.serve(arguments);
        running = true;
        Texts texts = context.getBean(Texts.class);
        FirstStart first = context.getBean(FirstStart.class);
        @Nullable String password = null;
        if (first.isNeeded() && life != null) {
            say(texts, "serve.demo-playing");
            ScenarioRun.Result played = first.play(life, told -> {});
            if (!played.asExpected()) {
                throw new IllegalStateException(
                        "the demonstration stopped at " + played.told().getLast());
            }
        } else if (first.isNeeded()) {
            password = first.administrator();
        }
        int actual = context instanceof WebServerApplicationContext web
                ? java.util.Objects.requireNonNull(web.getWebServer()).getPort()
                : port;
        say(texts, "serve.ready", "http://" + host() + ":" + actual + "/");
        if (password != null) {
            say(texts, "serve.administrator", FirstStart.ADMINISTRATOR.id(), password);
        } else if (context.getBean(Installation.class).isDemonstration()) {
            say(texts, "serve.demo-people", Installation.DEMO_PASSWORD);
        }
        return Exit.DONE;
    }

    private String host() {
        return address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
    }

    private static void say(Texts texts, String key, Object... parameters) {
        System.err.println(texts.of(Locale.getDefault(), "command." + key, parameters));
    }
}
