package org.opencgt.science.command;

import java.util.List;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.output.Document;

/**
 * What an analysis found: the document to write, and the criteria that are not met. With any of these the answer is no.
 */
public record Finding(Document document, List<Fault> unmet) {

    public Finding {
        unmet = List.copyOf(unmet);
    }

    public static Finding of(Result result) {
        return new Finding(Document.of(result), List.of());
    }

    public static <R extends Result> Finding of(Class<R> type, List<R> rows) {
        return new Finding(Document.of(type, rows), List.of());
    }

    /** A record of which CSV and table show the rows only. */
    public static <R extends Result> Finding of(Result result, Class<R> type, List<R> rows) {
        return new Finding(Document.of(result, type, rows), List.of());
    }

    public Finding unmet(List<Fault> criteria) {
        return new Finding(document, criteria);
    }
}
