package org.opencgt.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.OpenCgt;
import org.opencgt.database.DatabaseHeadStart;
import org.opencgt.guideline.GuidelineHeadStart;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** Where the database is; opens the platform on it without a web server. */
final class Platform {

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data", defaultValue = "data")
    private String data = "data";

    @Option(names = "--database-url", paramLabel = "URL", descriptionKey = "option.database-url")
    private @Nullable String databaseUrl;

    /** As arguments of Spring Boot, which come before its settings from files and the environment. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("--opencgt.data=" + data);
        if (databaseUrl != null) {
            arguments.add("--opencgt.database-url=" + databaseUrl);
        }
        return arguments;
    }

    ConfigurableApplicationContext open() {
        return open(arguments());
    }

    /**
     * With further packs.
     *
     * @param packs folder; null: none but those that come with the program and those that the settings name
     */
    ConfigurableApplicationContext open(@Nullable Path packs) {
        List<String> arguments = arguments();
        if (packs != null) {
            arguments.add("--opencgt.packs=" + packs);
        }
        return open(arguments);
    }

    /** The platform in a folder of its own. */
    static ConfigurableApplicationContext openIn(Path folder) {
        return open(List.of("--opencgt.data=" + folder));
    }

    /** The platform on a database for playing, in a folder that is thrown away. */
    static ConfigurableApplicationContext openDisposable(Path folder) {
        return open(List.of("--opencgt.data=" + folder, "--opencgt.disposable=true"));
    }

    private static ConfigurableApplicationContext open(List<String> arguments) {
        return builder(PlatformWithoutPages.class)
                .web(WebApplicationType.NONE)
                .properties("opencgt.command-line=true")
                .run(Stream.concat(arguments.stream(), Stream.of("--logging.level.org.opencgt=warn"))
                        .toArray(String[]::new));
    }

    /** With pages and REST. */
    static ConfigurableApplicationContext serve(List<String> arguments) {
        return builder(OpenCgt.class).run(arguments.toArray(String[]::new));
    }

    private static SpringApplicationBuilder builder(Class<?> program) {
        return new SpringApplicationBuilder(program).initializers(new DatabaseHeadStart(), new GuidelineHeadStart());
    }
}
