package org.opencgt.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("opencgt.data", data);
        if (databaseUrl != null) {
            properties.put("opencgt.database-url", databaseUrl);
        }
        return properties;
    }

    ConfigurableApplicationContext open() {
        return open(properties());
    }

    /** The platform in a folder of its own. */
    static ConfigurableApplicationContext openIn(java.nio.file.Path folder) {
        return open(Map.of("opencgt.data", folder.toString()));
    }

    /** The platform on a database for playing, in a folder that is thrown away. */
    static ConfigurableApplicationContext openDisposable(java.nio.file.Path folder) {
        return open(Map.of("opencgt.data", folder.toString(), "opencgt.disposable", "true"));
    }

    private static ConfigurableApplicationContext open(Map<String, Object> properties) {
        return new SpringApplicationBuilder(PlatformWithoutPages.class)
                .web(WebApplicationType.NONE)
                .properties("opencgt.command-line=true")
                .properties(properties)
                .run("--logging.level.org.opencgt=warn");
    }
}
