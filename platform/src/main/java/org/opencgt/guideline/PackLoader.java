package org.opencgt.guideline;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.gate.Language;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Loads packs: those that come with the program, and those of a directory. */
public final class PackLoader {

    private PackLoader() {}

    /**
     * @param directory further packs, or further versions of packs; null: none
     * @throws InvalidPacks with every problem of every file
     */
    public static Guidelines load(Language language, @Nullable Path directory) {
        List<Resource> files = new ArrayList<>(shipped());
        if (directory != null) {
            files.addAll(files(List.of(directory)));
        }
        return read(language, files);
    }

    /**
     * Only these files and the {@code *.yaml} of these directories.
     *
     * @throws InvalidPacks with every problem of every file
     */
    public static Guidelines load(Language language, List<Path> paths) {
        return read(language, files(paths));
    }

    private static List<Resource> shipped() {
        try {
            return Arrays.asList(new PathMatchingResourcePatternResolver().getResources("classpath*:packs/*.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Resource> files(List<Path> paths) {
        List<Resource> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(file -> file.toString().endsWith(".yaml"))
                            .sorted()
                            .map(FileSystemResource::new)
                            .forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            } else {
                files.add(new FileSystemResource(path));
            }
        }
        return files;
    }

    private record Outcome(@Nullable Pack pack, List<PackProblem> problems) {}

    private static Guidelines read(Language language, List<Resource> files) {
        List<Outcome> outcomes =
                files.parallelStream().map(file -> read(language, file)).toList();
        List<PackProblem> problems = outcomes.stream()
                .flatMap(outcome -> outcome.problems().stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidPacks(problems);
        }
        return new Guidelines(
                language,
                outcomes.stream().map(Outcome::pack).filter(Objects::nonNull).toList());
    }

    private static Outcome read(Language language, Resource file) {
        PackReader reader = new PackReader(language, String.valueOf(file.getFilename()));
        try (Reader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return new Outcome(reader.read(text), reader.problems());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
