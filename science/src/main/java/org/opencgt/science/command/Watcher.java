package org.opencgt.science.command;

import org.opencgt.science.Progress;

/** Wants to know how far long work is, in place of a terminal. */
@FunctionalInterface
public interface Watcher {

    /**
     * Work begins.
     *
     * @param steps how many there are in all
     */
    Progress begin(long steps);
}
