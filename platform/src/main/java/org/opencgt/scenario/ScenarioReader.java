package org.opencgt.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.opencgt.language.Bilingual;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads scenario files. An element of {@code acts} is a step or {@code include: FILE}, which stands for that file's steps;
 * {@code extends: {scenario: FILE, until: STEP}} plays another scenario first, up to and including the named step.
 */
public final class ScenarioReader {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private static final Set<String> STEP = Set.of("step", "perform", "by", "at", "given", "as", "justify", "expect");
    private static final Set<String> FILE = Set.of("scenario", "title", "people", "extends", "acts");

    private static final String SUFFIX = ".yaml";

    private ScenarioReader() {}

    /**
     * Several scenarios.
     *
     * @param places files, or folders whose files are read in the order of their names
     * @throws Scenario.Broken naming file and step, or a folder without scenarios
     */
    public static List<Scenario> readAll(List<Path> places) {
        return places.stream()
                .flatMap(place -> files(place).stream())
                .map(ScenarioReader::read)
                .toList();
    }

    private static List<Path> files(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        List<Path> files;
        try (var all = Files.list(place)) {
            files = all.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Scenario.Broken(place.toString(), "cannot be read", e);
        }
        if (files.isEmpty()) {
            throw new Scenario.Broken(place.toString(), "holds no scenario", null);
        }
        return files;
    }

    /**
     * The file of a scenario, not yet read.
     *
     * @throws Scenario.Broken if it is not there
     */
    public static Path file(Path folder, String name) {
        Path file = folder.resolve(name + SUFFIX);
        if (!Files.isReadable(file)) {
            throw new Scenario.Broken(file.toString(), "cannot be read", null);
        }
        return file;
    }

    /**
     * @throws Scenario.Broken naming file and step
     */
    public static Scenario read(Path file) {
        JsonNode yaml = parse(file);
        requireOnly(yaml, FILE, file.toString());
        List<Scenario.Step> steps = new ArrayList<>();
        if (yaml.has("extends")) {
            JsonNode base = yaml.get("extends");
            steps.addAll(until(
                    read(file.resolveSibling(text(base, "scenario", file.toString()))),
                    text(base, "until", file.toString()),
                    file.toString()));
        }
        steps.addAll(steps(yaml, file));
        JsonNode title = yaml.path("title");
        return new Scenario(
                text(yaml, "scenario", file.toString()),
                new Bilingual(text(title, "en", file.toString()), text(title, "zh", file.toString())),
                steps);
    }

    private static List<Scenario.Step> until(Scenario base, String name, String where) {
        for (int i = 0; i < base.steps().size(); i++) {
            if (base.steps().get(i).name().equals(name)) {
                return base.steps().subList(0, i + 1);
            }
        }
        throw new Scenario.Broken(where, "scenario " + base.name() + " has no step " + name, null);
    }

    private static List<Scenario.Step> steps(JsonNode yaml, Path file) {
        List<Scenario.Step> steps = new ArrayList<>();
        int number = 0;
        for (JsonNode item : yaml.path("acts")) {
            number++;
            String where = file.getFileName() + ", act " + number;
            if (item.has("include")) {
                Path part = file.resolveSibling(text(item, "include", where));
                JsonNode content = parse(part);
                steps.addAll(steps(content, part));
            } else {
                steps.add(step(item, where));
            }
        }
        return steps;
    }

    private static Scenario.Step step(JsonNode yaml, String where) {
        requireOnly(yaml, STEP, where);
        String name = yaml.path("step").asString("");
        String place = name.isEmpty() ? where : where + " (" + name + ")";
        Map<String, String> justify = new LinkedHashMap<>();
        yaml.path("justify")
                .properties()
                .forEach(e -> justify.put(e.getKey(), e.getValue().asString()));
        return new Scenario.Step(
                name,
                place,
                text(yaml, "perform", place),
                texts(yaml.path("by")),
                time(text(yaml, "at", place), place),
                yaml.has("given") ? yaml.get("given") : YAML.createObjectNode(),
                texts(yaml.path("as")),
                justify,
                expectation(yaml.path("expect"), place));
    }

    private static Scenario.Expectation expectation(JsonNode yaml, String where) {
        if (yaml.isMissingNode()) {
            return Scenario.Expectation.ACCEPTED;
        }
        requireOnly(yaml, Set.of("verdict", "clauses"), where);
        try {
            return new Scenario.Expectation(
                    Scenario.Result.valueOf(text(yaml, "verdict", where).toUpperCase(Locale.ROOT)),
                    texts(yaml.path("clauses")));
        } catch (IllegalArgumentException e) {
            throw new Scenario.Broken(where, "expect.verdict is accepted, blocked, forbidden or invalid", e);
        }
    }

    private static Instant time(String text, String where) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Scenario.Broken(where, "not a time with offset: " + text, e);
        }
    }

    private static List<String> texts(JsonNode yaml) {
        List<String> texts = new ArrayList<>();
        if (yaml.isArray()) {
            yaml.forEach(item -> texts.add(item.asString()));
        } else if (!yaml.isMissingNode()) {
            texts.add(yaml.asString());
        }
        return List.copyOf(texts);
    }

    private static String text(JsonNode yaml, String name, String where) {
        JsonNode value = yaml.path(name);
        if (!value.isValueNode() || value.isNull()) {
            throw new Scenario.Broken(where, name + " is missing", null);
        }
        return value.asString();
    }

    private static void requireOnly(JsonNode yaml, Set<String> names, String where) {
        for (String name : yaml.propertyNames()) {
            if (!names.contains(name)) {
                throw new Scenario.Broken(where, "unknown: " + name, null);
            }
        }
    }

    private static JsonNode parse(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return YAML.readTree(reader);
        } catch (IOException e) {
            throw new Scenario.Broken(file.toString(), "cannot be read", e);
        } catch (JacksonException e) {
            throw new Scenario.Broken(
                    file.toString(),
                    e.getOriginalMessage() + " at " + e.getLocation().getLineNr(),
                    e);
        }
    }
}
