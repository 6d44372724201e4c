package org.opencgt.guideline;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.opencgt.act.Vocabulary;
import org.opencgt.gate.Language;

/** Checks packs from the shell, without the server: every problem and every example that fails, with file, line and clause. */
public final class CheckPacks {

    private CheckPacks() {}

    /** Arguments are pack files and directories of them; none: {@code packs}. Exit code 1 where anything is wrong. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Path> paths = arguments.length == 0
                ? List.of(Path.of("packs"))
                : Arrays.stream(arguments).map(Path::of).toList();
        System.exit(check(paths, out) ? 0 : 1);
    }

    static boolean check(List<Path> paths, PrintStream out) {
        Guidelines guidelines;
        try {
            guidelines = PackLoader.load(new Language(new Vocabulary()), paths);
        } catch (InvalidPacks e) {
            e.problems().forEach(out::println);
            return false;
        }
        ExampleRunner runner = new ExampleRunner(guidelines);
        boolean allHold = true;
        for (Pack pack : guidelines.packs()) {
            List<ExampleRunner.Outcome> outcomes = runner.run(pack);
            outcomes.stream().filter(outcome -> !outcome.holds()).forEach(out::println);
            long held = outcomes.stream().filter(ExampleRunner.Outcome::holds).count();
            long served = pack.clauses().stream()
                    .filter(clause -> clause.mechanism() != Mechanism.NONE)
                    .count();
            allHold &= held == outcomes.size();
            out.println(pack.file() + ": " + pack.id() + " " + pack.version() + ", " + served + " of "
                    + pack.clauses().size() + " clauses served, " + held + " of " + outcomes.size()
                    + " examples hold");
        }
        return allHold;
    }
}
