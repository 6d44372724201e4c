package org.opencgt.database;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** There is no database to work with: what is wrong, how to mend it, and the end of PostgreSQL's own log. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final DatabaseProblem problem;
    private final transient List<String> parameters;
    private final String log;

    DatabaseUnavailable(DatabaseProblem problem, String log, @Nullable Throwable cause, Object... parameters) {
        super(message(problem, log, List.of(parameters)), cause);
        this.problem = problem;
        this.parameters = List.of(parameters).stream().map(Object::toString).toList();
        this.log = log;
    }

    DatabaseUnavailable(DatabaseProblem problem, Object... parameters) {
        this(problem, "", null, parameters);
    }

    public DatabaseProblem problem() {
        return problem;
    }

    /** What is wrong. */
    public String problemText(Locale locale) {
        return text(locale, problem, "problem", parameters);
    }

    /** How to mend it. */
    public String remedyText(Locale locale) {
        return text(locale, problem, "remedy", parameters);
    }

    /** The last lines that PostgreSQL wrote; empty where it wrote none. */
    public String log() {
        return log;
    }

    private static String message(DatabaseProblem problem, String log, List<?> parameters) {
        String said = text(Locale.ENGLISH, problem, "problem", parameters) + " "
                + text(Locale.ENGLISH, problem, "remedy", parameters);
        return log.isBlank() ? said : said + System.lineSeparator() + "PostgreSQL said:" + System.lineSeparator() + log;
    }

    private static String text(Locale locale, DatabaseProblem problem, String part, List<?> parameters) {
        Locale language = "zh".equals(locale.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        String pattern = ResourceBundle.getBundle("language.database", language)
                .getString("database." + problem.code() + "." + part);
        return new MessageFormat(pattern, language).format(parameters.toArray());
    }
}
