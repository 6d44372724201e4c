package org.opencgt.cli;

import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.Locale;
import org.opencgt.access.NotSignedIn;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.database.DatabaseUnavailable;
import org.opencgt.language.Texts;
import org.opencgt.ledger.LedgerException;
import org.opencgt.pipeline.NoSuchSubject;
import org.opencgt.pipeline.NotAuthorised;
import org.opencgt.scenario.Scenario;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the command line of the server and the chain. */
@Command(
        name = "opencgt",
        resourceBundle = "language.commands",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "AREA")
public final class OpenCgtCommand {

    private static final List<Class<?>> AREAS = List.of(
            ServeCommand.class,
            DemoCommand.class,
            ActCommand.class,
            ScenarioCommand.class,
            SubjectCommand.class,
            LineageCommand.class,
            GuidelineCommand.class,
            AnalysisCommand.class,
            LedgerCommand.class,
            PersonCommand.class,
            DatabaseCommand.class);

    private OpenCgtCommand() {}

    static void main(String[] arguments) {
        Locale.setDefault(Languages.preferred());
        quiet();
        int code = line(arguments).execute(arguments);
        if (!ServeCommand.running()) {
            System.exit(code);
        }
    }

    /** What happens before Spring sets up its log, or without Spring, is told only where something is wrong. */
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    /** With the one area that the arguments name: to set up all of them takes longer than most commands. */
    private static CommandLine line(String... arguments) {
        CommandLine line = new CommandLine(new OpenCgtCommand());
        List<Class<?>> named = AREAS.stream()
                .filter(area -> arguments.length > 0
                        && area.getAnnotation(Command.class).name().equals(arguments[0]))
                .toList();
        (named.isEmpty() ? AREAS : named).forEach(line::addSubcommand);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, failed, parsed) -> explain(failure, failed));
    }

    private static int explain(Exception failure, CommandLine line) {
        var err = line.getErr();
        Texts texts = new Texts();
        switch (failure) {
            case InvalidAct invalid -> invalid.faults().forEach(f -> err.println(words(f, texts)));
            case NotAuthorised refused -> err.println(words(refused.fault(), texts));
            case NotSignedIn refused -> err.println(words(refused.fault(), texts));
            case NoSuchSubject none ->
                err.println(texts.of(Locale.getDefault(), "fault.no-such-subject", none.subject()));
            case Scenario.Broken broken -> err.println(broken.getMessage());
            case BadInput bad -> err.println(bad.getMessage());
            case LedgerException failed -> {
                err.println(texts.of(Locale.getDefault(), failed.key(), failed.parameter()));
                return Exit.INTERNAL;
            }
            default -> {
                DatabaseUnavailable database = cause(failure, DatabaseUnavailable.class);
                if (database != null) {
                    err.println(database.problemText(Locale.getDefault()));
                    err.println(database.remedyText(Locale.getDefault()));
                } else {
                    failure.printStackTrace(err);
                }
                return Exit.INTERNAL;
            }
        }
        return failure instanceof NotAuthorised ? Exit.NO : Exit.BAD_INPUT;
    }

    private static String words(Fault fault, Texts texts) {
        String text = texts.of(
                Locale.getDefault(), "fault." + fault.code(), fault.parameters().toArray());
        return fault.path().isEmpty() ? text : fault.path() + ": " + text;
    }

    private static <E extends Throwable> @org.jspecify.annotations.Nullable E cause(Throwable failure, Class<E> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
