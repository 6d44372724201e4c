package org.opencgt.science.command;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Progress;

/** Shows on a terminal how far long work is, and shows nothing elsewhere. */
public final class ProgressLine implements Progress, AutoCloseable {

    private static final int WIDTH = 80;

    private final @Nullable ProgressBar bar;

    private ProgressLine(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /**
     * Begins.
     *
     * @param steps how many there are in all
     */
    public static ProgressLine start(Surroundings surroundings, String task, long steps) {
        return start(surroundings.errIsTerminal(), System.err, task, steps);
    }

    static ProgressLine start(boolean terminal, PrintStream err, String task, long steps) {
        return new ProgressLine(
                terminal
                        ? new ProgressBarBuilder()
                                .setTaskName(task)
                                .setInitialMax(steps)
                                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                                .build()
                        : null);
    }

    @Override
    public void advance(long steps) {
        if (bar != null) {
            bar.stepBy(steps);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
