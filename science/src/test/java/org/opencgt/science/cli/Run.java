package org.opencgt.science.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.opencgt.science.Language;
import org.opencgt.science.command.Shell;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.output.Json;
import tools.jackson.databind.JsonNode;

/** A command line that has run, for tests of commands. */
public record Run(int code, String out, String err) {

    public static Run of(String... arguments) {
        return in(Language.ENGLISH, arguments);
    }

    public static Run in(Language language, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings =
                new Surroundings(language, new PrintWriter(out), new PrintWriter(err), false, false);
        int code = Shell.run(new ScienceCommand(), surroundings, arguments);
        return new Run(code, out.toString(), err.toString());
    }

    public JsonNode json() {
        return Json.mapper().readTree(out);
    }
}
