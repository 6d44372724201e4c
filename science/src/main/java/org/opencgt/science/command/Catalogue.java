package org.opencgt.science.command;

import com.github.marschall.memoryfilesystem.MemoryFileSystemBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.Language;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Parameter;
import org.opencgt.science.catalogue.Verb;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/**
 * The analyses of a command line for programs: which there are, and running one on values and texts instead of words and files.
 * Files stand in memory, and a command that runs here sees no others: neither those of this machine nor its standard input.
 */
public final class Catalogue {

    /** Where results go and in which language is not the analysis's affair here; threads are the program's. */
    private static final Set<String> NOT_ASKED = Set.of("--format", "--out", "--report", "--lang", "--threads");

    private static final String THREADS = "--threads";
    private static final int LONGEST_NAME = 100;

    private final Supplier<?> root;

    /** @param root makes the root of the command line, whose subcommands are areas and theirs are verbs */
    public Catalogue(Supplier<?> root) {
        this.root = root;
    }

    /**
     * What an analysis answers.
     *
     * @param report as HTML; null if none was wanted
     */
    public record Answer(Finding finding, @Nullable String report) {}

    /** All analyses, in the order of help. */
    public List<Verb> verbs(Language language) {
        List<Verb> verbs = new ArrayList<>();
        Shell.build(root.get(), language)
                .getSubcommands()
                .forEach((area, commands) -> commands.getSubcommands().forEach((name, command) -> {
                    if (command.getCommandSpec().userObject() instanceof Analysis) {
                        verbs.add(verb(area, name, command.getCommandSpec()));
                    }
                }));
        return verbs;
    }

    public Optional<Verb> verb(String area, String name, Language language) {
        return verbs(language).stream()
                .filter(verb -> verb.area().equals(area) && verb.name().equals(name))
                .findFirst();
    }

    /** What an area is about; empty if there is no such area. */
    public Optional<String> about(String area, Language language) {
        return Optional.ofNullable(
                        Shell.build(root.get(), language).getSubcommands().get(area))
                .map(command -> about(command.getCommandSpec()));
    }

    /**
     * Runs an analysis.
     *
     * @param threads how many it may use, if it uses several
     * @param report whether a report is wanted
     * @throws BadInput if the command line would refuse what was asked
     */
    public Answer run(Verb verb, Asked asked, Surroundings surroundings, int threads, boolean report) {
        try (FileSystem memory = MemoryFileSystemBuilder.newLinux().build()) {
            CommandLine shell = Shell.build(root.get(), surroundings.language())
                    .setExpandAtFiles(false)
                    .setOut(surroundings.out())
                    .setErr(surroundings.err())
                    .registerConverter(Path.class, name -> inMemory(memory, name));
            List<String> words = words(verb, asked, memory);
            if (verb.threaded()) {
                words.add(THREADS + "=" + threads);
            }
            ParseResult parsed = shell.parseArgs(words.toArray(String[]::new));
            ParseResult last = parsed.subcommand().subcommand();
            refuseOtherFiles(last.commandSpec());
            if (!(last.commandSpec().userObject() instanceof Analysis analysis)) {
                throw new IllegalStateException(verb + " is no analysis");
            }
            Finding finding = analysis.find(surroundings);
            return new Answer(
                    finding, report ? ReportWriter.html(finding, Shell.invocation(parsed, last), surroundings) : null);
        } catch (ParameterException refused) {
            throw Shell.fault(refused).asException(refused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(Verb verb, Asked asked, FileSystem memory) throws IOException {
        List<String> words = new ArrayList<>(List.of(verb.area(), verb.name()));
        for (Map.Entry<String, List<String>> given : asked.values().entrySet()) {
            Parameter parameter = known(verb, given.getKey());
            if (parameter.form() == Parameter.Form.FILE) {
                throw new IllegalArgumentException(parameter.option() + " is a file");
            }
            if (parameter.form() == Parameter.Form.FLAG) {
                words.add(parameter.option());
            } else if (parameter.separator() != null) {
                words.add(parameter.option() + "=" + String.join(parameter.separator(), given.getValue()));
            } else {
                given.getValue().forEach(value -> words.add(parameter.option() + "=" + value));
            }
        }
        Set<String> taken = new HashSet<>();
        for (Map.Entry<String, Asked.TextFile> given : asked.files().entrySet()) {
            Parameter parameter = known(verb, given.getKey());
            String name = fileName(given.getValue().name(), parameter, taken);
            Files.write(memory.getPath(name), given.getValue().content());
            words.add(parameter.option() + "=" + name);
        }
        return words;
    }

    private static Parameter known(Verb verb, String name) {
        return verb.parameter(name)
                .orElseThrow(() -> Fault.of(CommandFault.UNKNOWN_ARGUMENT)
                        .with("argument", name)
                        .asException());
    }

    /** The last part of the name that a file came with, without what could mislead a reader of messages. */
    private static String fileName(String given, Parameter parameter, Set<String> taken) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        String plain = last.substring(0, Math.min(last.length(), LONGEST_NAME));
        boolean usable = !plain.isEmpty() && !plain.equals(".") && !plain.equals("..") && !plain.equals("-");
        String name = usable ? plain : parameter.property() + ".csv";
        return taken.add(name) ? name : parameter.property() + "-" + name;
    }

    private static Path inMemory(FileSystem memory, String name) {
        Path file = memory.getPath(name);
        if (!Files.isRegularFile(file)) {
            throw new TypeConversionException(name);
        }
        return file;
    }

    /** An option that a class presets to a file, such as standard input, and that was not given. */
    private static void refuseOtherFiles(CommandSpec command) {
        for (OptionSpec option : command.options()) {
            if (option.getValue() instanceof Path file && file.getFileSystem() == FileSystems.getDefault()) {
                throw Fault.of(CommandFault.OPTION_MISSING)
                        .with("option", option.longestName())
                        .asException();
            }
        }
    }

    private static Verb verb(String area, String name, CommandSpec command) {
        return new Verb(
                area,
                name,
                about(command),
                command.options().stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .filter(option -> !NOT_ASKED.contains(option.longestName()))
                        .map(Catalogue::parameter)
                        .toList(),
                command.findOption(THREADS) != null);
    }

    private static String about(CommandSpec command) {
        return command.resourceBundle().getString(command.qualifiedName(".") + ".usage.description");
    }

    private static Parameter parameter(OptionSpec option) {
        Class<?> type = option.isMultiValue() ? option.auxiliaryTypes()[0] : option.type();
        return new Parameter(
                option.longestName(),
                form(option, type),
                option.required(),
                option.isMultiValue(),
                option.splitRegex().isEmpty() ? null : option.splitRegex(),
                choices(type),
                usual(option),
                option.paramLabel(),
                String.join(" ", option.description()));
    }

    private static Parameter.Form form(OptionSpec option, Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return Parameter.Form.FLAG;
        }
        if (Path.class.isAssignableFrom(type)) {
            return Parameter.Form.FILE;
        }
        if (type.isEnum()) {
            return Parameter.Form.CHOICE;
        }
        if (Stream.of(option.converters()).anyMatch(FractionConverter.class::isInstance)) {
            return Parameter.Form.FRACTION;
        }
        if (Stream.of(int.class, Integer.class, long.class, Long.class).anyMatch(type::equals)) {
            return Parameter.Form.INTEGER;
        }
        return type == double.class || type == Double.class ? Parameter.Form.NUMBER : Parameter.Form.TEXT;
    }

    private static List<String> choices(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()
                : List.of();
    }

    /** What the class presets, where that can be written as an option again. */
    private static @Nullable String usual(OptionSpec option) {
        Object value = option.initialValue();
        return switch (value) {
            case null -> null;
            case Boolean flag -> null;
            case Path file -> null;
            case List<?> many when many.isEmpty() -> null;
            case List<?> many ->
                String.join(
                        option.splitRegex().isEmpty() ? " " : option.splitRegex(),
                        many.stream().map(Catalogue::written).toList());
            default -> option.required() ? null : written(value);
        };
    }

    private static String written(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e7
                ? Long.toString(number.longValue())
                : value.toString();
    }
}
