package org.opencgt.science.command;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.output.Document;
import org.opencgt.science.report.Content;

/**
 * What an analysis found: the document to write, and the criteria that are not met. With any of these the answer is no.
 *
 * @param report what a report shows; null if it is to show the document only
 */
public record Finding(Document document, List<Fault> unmet, Content.@Nullable Source report) {

    public Finding {
        unmet = List.copyOf(unmet);
    }

    public static Finding of(Result result) {
        return new Finding(Document.of(result), List.of(), null);
    }

    public static <R extends Result> Finding of(Class<R> type, List<R> rows) {
        return new Finding(Document.of(type, rows), List.of(), null);
    }

    /** A record of which CSV and table show the rows only. */
    public static <R extends Result> Finding of(Result result, Class<R> type, List<R> rows) {
        return new Finding(Document.of(result, type, rows), List.of(), null);
    }

    public Finding unmet(List<Fault> criteria) {
        return new Finding(document, criteria, report);
    }

    /** The same with fewer columns in a table for people. */
    public Finding inTable(Predicate<String> columns) {
        return new Finding(document.inTable(columns), unmet, report);
    }

    /** The same with a report of its own; made only if one is asked for. */
    public Finding reported(Content.Source content) {
        return new Finding(document, unmet, content);
    }
}
