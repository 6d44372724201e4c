package org.opencgt.guideline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.example.acts.Examples;

/** The pack of tests, as it is and with changes. */
final class ExamplePacks {

    private static final Path FILE = Path.of("src/test/resources/example-packs/example.yaml");

    private ExamplePacks() {}

    static Guidelines load() {
        return PackLoader.load(Examples.LANGUAGE, List.of(FILE));
    }

    /** The pack with each text replaced by the next one, written to the folder. */
    static Path changed(Path folder, String... replacements) {
        try {
            String text = Files.readString(FILE);
            for (int i = 0; i < replacements.length; i += 2) {
                if (!text.contains(replacements[i])) {
                    throw new IllegalArgumentException("not in the example pack: " + replacements[i]);
                }
                text = text.replace(replacements[i], replacements[i + 1]);
            }
            return Files.writeString(folder.resolve("changed.yaml"), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
