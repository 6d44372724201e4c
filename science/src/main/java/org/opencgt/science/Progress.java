package org.opencgt.science;

/** Told by long work how far it is; called from any thread. */
@FunctionalInterface
public interface Progress {

    /** For callers that do not want to know. */
    Progress NONE = steps -> {};

    /** That many more steps are done. */
    void advance(long steps);
}
