package org.opencgt.science.command;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.Language;
import org.opencgt.science.Messages;
import org.opencgt.science.table.Numbers;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command line of areas and verbs: languages, errors and exit codes are the same for all. */
public final class Shell {

    private static final Set<String> OUTPUTS = Set.of("--out", "--report");

    /** Words that a shell takes as they are. */
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+", Pattern.UNICODE_CHARACTER_CLASS);

    private Shell() {}

    /**
     * The command line with its help in a language. Texts are those of the package of each area's class, and of this one.
     *
     * @param root annotated with its areas, and they with their verbs, as subcommands
     */
    public static CommandLine build(Object root, Language language) {
        CommandLine shell = new CommandLine(root)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Language.class, Shell::language)
                .registerConverter(Double.class, Shell::number)
                .registerConverter(double.class, Shell::number);
        localise(shell, language);
        shell.getSubcommands().values().forEach(area -> {
            localise(area, language);
            area.getSubcommands().values().forEach(verb -> localise(verb, area, language));
        });
        return shell;
    }

    /** Runs a command; returns its {@link ExitCode}. */
    public static int run(Object root, Surroundings surroundings, String... arguments) {
        CommandLine shell =
                build(root, surroundings.language()).setOut(surroundings.out()).setErr(surroundings.err());
        shell.setExecutionStrategy(parsed -> perform(parsed, surroundings));
        shell.setParameterExceptionHandler((refused, args) -> explain(refused, surroundings));
        int code = shell.execute(arguments);
        surroundings.out().flush();
        surroundings.err().flush();
        return code;
    }

    private static int perform(ParseResult parsed, Surroundings surroundings) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        ParseResult last = parsed;
        while (last.subcommand() != null) {
            last = last.subcommand();
        }
        if (last.commandSpec().userObject() instanceof Analysis analysis) {
            return perform(analysis, surroundings, invocation(parsed, last));
        }
        last.commandSpec().commandLine().usage(surroundings.err());
        return ExitCode.BAD_INPUT;
    }

    static Invocation invocation(ParseResult parsed, ParseResult verb) {
        CommandSpec spec = verb.commandSpec();
        List<Path> inputs = verb.matchedOptions().stream()
                .filter(option -> !OUTPUTS.contains(option.longestName()))
                .flatMap(option -> option.getValue() instanceof Path file ? Stream.of(file) : Stream.of())
                .toList();
        String words = Stream.concat(Stream.of(parsed.commandSpec().name()), parsed.originalArgs().stream())
                .map(Shell::quoted)
                .collect(Collectors.joining(" "));
        String title = spec.resourceBundle().getString(spec.qualifiedName(".") + ".usage.description");
        return new Invocation(title, words, inputs);
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static int perform(Analysis analysis, Surroundings surroundings, Invocation invocation) {
        try {
            return analysis.perform(surroundings, invocation);
        } catch (BadInput bad) {
            report(bad.fault(), surroundings);
            return ExitCode.BAD_INPUT;
        } catch (RuntimeException defect) {
            report(Fault.of(CommandFault.INTERNAL).with("reason", defect.toString()), surroundings);
            defect.printStackTrace(surroundings.err());
            return ExitCode.INTERNAL_ERROR;
        }
    }

    private static int explain(ParameterException refused, Surroundings surroundings) {
        report(fault(refused), surroundings);
        surroundings
                .err()
                .println(Fault.of(CommandFault.NO_COMMAND)
                        .with(
                                "command",
                                refused.getCommandLine().getCommandSpec().qualifiedName())
                        .text(surroundings.language()));
        return ExitCode.BAD_INPUT;
    }

    private static void report(Fault fault, Surroundings surroundings) {
        surroundings.err().println(fault.text(surroundings.language()) + " [" + fault.reason() + "]");
    }

    static Fault fault(ParameterException refused) {
        return switch (refused) {
            case UnmatchedArgumentException unmatched ->
                Fault.of(CommandFault.UNKNOWN_ARGUMENT)
                        .with("argument", unmatched.getUnmatched().getFirst());
            case MissingParameterException missing ->
                Fault.of(CommandFault.MISSING_ARGUMENT)
                        .with(
                                "arguments",
                                String.join(
                                        ", ",
                                        missing.getMissing().stream()
                                                .map(argument ->
                                                        argument.isOption() ? name(argument) : argument.paramLabel())
                                                .toList()));
            case ParameterException wrong
            when wrong.getArgSpec() != null && wrong.getValue() != null ->
                Fault.of(CommandFault.WRONG_VALUE)
                        .with("argument", name(wrong.getArgSpec()))
                        .with("value", wrong.getValue());
            default -> Fault.of(CommandFault.BAD_USAGE).with("reason", String.valueOf(refused.getMessage()));
        };
    }

    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static Language language(String tag) {
        return Stream.of(Language.values())
                .filter(language -> language.tag().equalsIgnoreCase(tag))
                .findAny()
                .orElseThrow(() -> new TypeConversionException(tag));
    }

    private static double number(String text) {
        return Numbers.parse(text).orElseThrow(() -> new TypeConversionException(text));
    }

    private static void localise(CommandLine command, Language language) {
        localise(command, command, language);
    }

    private static void localise(CommandLine command, CommandLine area, Language language) {
        Class<?> neighbour = area.getCommandSpec().userObject().getClass();
        command.getCommandSpec()
                .resourceBundle(new Joined(Messages.of(neighbour, language), Messages.of(Shell.class, language)));
    }

    /** The texts of an area, with those that all share behind them. */
    private static final class Joined extends ResourceBundle {

        private final ResourceBundle own;

        Joined(ResourceBundle own, ResourceBundle shared) {
            this.own = own;
            setParent(shared);
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            return own.containsKey(key) ? own.getObject(key) : null;
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(Stream.concat(own.keySet().stream(), parent.keySet().stream())
                    .distinct()
                    .toList());
        }
    }
}
