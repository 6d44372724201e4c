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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.gate.Environment;
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

    private static Guidelines read(Language language, List<Resource> files) {
        List<PackReader> readers =
                files.parallelStream().map(file -> parse(language, file)).toList();
        Map<Environment, Set<String>> expressions = new HashMap<>();
        for (PackReader reader : readers) {
            reader.expressions()
                    .forEach((environment, sources) -> expressions
                            .computeIfAbsent(environment, e -> new LinkedHashSet<>())
                            .addAll(sources));
        }
        expressions.entrySet().parallelStream().forEach(entry -> entry.getKey().prepare(entry.getValue()));
        List<Pack> packs = new ArrayList<>();
        List<PackProblem> problems = new ArrayList<>();
        for (PackReader reader : readers) {
            Pack pack = reader.pack();
            if (pack != null) {
                packs.add(pack);
            }
            problems.addAll(reader.problems());
        }
        if (!problems.isEmpty()) {
            throw new InvalidPacks(problems);
        }
        return new Guidelines(language, packs);
    }

    private static PackReader parse(Language language, Resource file) {
        PackReader reader = new PackReader(language, String.valueOf(file.getFilename()));
        try (Reader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            reader.parse(text);
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
