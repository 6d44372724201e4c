package org.opencgt.guideline;

/**
 * Something wrong in a pack file.
 *
 * @param line from 1
 * @param clause its identifier; empty outside clauses
 */
public record PackProblem(String file, int line, String clause, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + (clause.isEmpty() ? "" : clause + ": ") + message;
    }
}
