package org.opencgt.act;

/**
 * Something done, by someone, at a time, concerning one or more subjects.
 *
 * <p>An act is a record annotated with {@link ActType}. Its components are the act's data; they may be {@link Ref}s, text,
 * numbers with a unit ({@link In}), times, choices (enums), {@link Personal} data, nested records and lists of these. A
 * component that may be absent is {@code @Nullable}. From that one declaration come the JSON Schema, the page form, the
 * REST and command-line entry and the audit line.
 */
public interface Act {

    /**
     * What the act changes. A pure function of the act and its occasion: it may not look at the states of other
     * subjects, so that each subject's state is the fold of its own acts and can be rebuilt at any time.
     */
    Effects effects(Occasion occasion);
}
