package org.opencgt.pipeline;

import org.opencgt.act.Ref;

/** An act makes a subject that exists already. */
final class SubjectExists extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Ref<?> subject;

    SubjectExists(Ref<?> subject) {
        super("the subject exists already: " + subject);
        this.subject = subject;
    }

    Ref<?> subject() {
        return subject;
    }
}
