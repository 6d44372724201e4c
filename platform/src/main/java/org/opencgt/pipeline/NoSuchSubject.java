package org.opencgt.pipeline;

import org.opencgt.act.Ref;

/** An act or a reader names a subject that does not exist. */
public final class NoSuchSubject extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Ref<?> subject;

    public NoSuchSubject(Ref<?> subject) {
        super("no such subject: " + subject);
        this.subject = subject;
    }

    public Ref<?> subject() {
        return subject;
    }
}
