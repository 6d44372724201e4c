package org.opencgt.science.command;

import java.io.PrintWriter;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Language;

/**
 * Where a command runs.
 *
 * @param language in which to speak
 * @param out for results
 * @param err for messages and progress
 * @param outIsTerminal whether a person reads {@code out} as it is written
 * @param errIsTerminal whether a person reads {@code err} as it is written
 * @param clock for the time that reports tell
 * @param watcher is told of long work; null if nobody but a terminal is
 */
public record Surroundings(
        Language language,
        PrintWriter out,
        PrintWriter err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Clock clock,
        @Nullable Watcher watcher) {

    /** With the time of this machine, nobody watching. */
    public Surroundings(
            Language language, PrintWriter out, PrintWriter err, boolean outIsTerminal, boolean errIsTerminal) {
        this(language, out, err, outIsTerminal, errIsTerminal, Clock.systemDefaultZone(), null);
    }
}
