package org.opencgt.cli;

import java.io.Console;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.access.Credentials;
import org.opencgt.act.Ref;
import org.opencgt.language.Texts;
import org.opencgt.pipeline.Enrolment;
import org.opencgt.pipeline.NoSuchSubject;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.subject.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives people passwords; asks on the terminal, never on the command line. */
@Command(
        name = "person",
        resourceBundle = "language.commands",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB")
final class PersonCommand {

    private final Texts texts = new Texts();

    @Command(name = "password", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int password(
            @Mixin Platform platform,
            @Parameters(paramLabel = "LOGIN", descriptionKey = "parameter.login") String login) {
        @Nullable Console console = System.console();
        if (console == null) {
            throw new BadInput(texts.of(Locale.getDefault(), "command.no-terminal"));
        }
        try (var context = platform.open()) {
            Ref<Person> person = new Ref<>("person", login);
            if (context.getBean(SubjectReading.class).now(person).isEmpty()) {
                throw new NoSuchSubject(person);
            }
            char[] own = ask(console, "administrator");
            char[] fresh = ask(console, login);
            if (!Arrays.equals(fresh, ask(console, login))) {
                throw new BadInput(texts.of(Locale.getDefault(), "command.passwords-differ"));
            }
            var administrator = context.getBean(Credentials.class).open("administrator", own);
            context.getBean(Enrolment.class).enrol(person, fresh, true, administrator);
            return Exit.DONE;
        }
    }

    private char[] ask(Console console, String login) {
        char @Nullable [] typed =
                console.readPassword("%s: ", texts.of(Locale.getDefault(), "command.password-of", login));
        if (typed == null) {
            throw new BadInput(texts.of(Locale.getDefault(), "command.no-password"));
        }
        return typed;
    }
}
