package org.opencgt.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.output.Document;

/** How an analysis ended. */
public sealed interface Outcome {

    /**
     * It found something.
     *
     * @param unmet criteria that are not met: the answer is no
     * @param report as HTML; null if none was asked for
     */
    record Found(
            Document document, List<Fault> unmet, @Nullable String report) implements Outcome {

        public Found {
            unmet = List.copyOf(unmet);
        }
    }

    /** What was asked or given cannot be used. */
    record Refused(Fault fault) implements Outcome {}

    /** It took longer than it may. */
    record TooLong() implements Outcome {}

    /** Somebody wants it no more. */
    record Cancelled() implements Outcome {}

    /** A mistake in the server, of which its log has the details. */
    record Failed() implements Outcome {}
}
