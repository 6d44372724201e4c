package org.opencgt.database;

import java.util.Locale;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what is wrong with the database and how to mend it in place of a stack trace. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseUnavailable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseUnavailable cause) {
        Locale locale = Locale.getDefault();
        String log = cause.log().isBlank() ? "" : "\n\nPostgreSQL:\n" + cause.log();
        return new FailureAnalysis(cause.problemText(locale) + log, cause.remedyText(locale), cause);
    }
}
