package org.opencgt.science.command;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Progress;

/** Shows on a terminal, or tells a {@link Watcher}, how far long work is; silent elsewhere. */
public final class ProgressLine implements Progress, AutoCloseable {

    private static final int WIDTH = 80;

    private final @Nullable ProgressBar bar;
    private final Progress watched;

    private ProgressLine(@Nullable ProgressBar bar, Progress watched) {
        this.bar = bar;
        this.watched = watched;
    }

    /**
     * Begins.
     *
     * @param steps how many there are in all
     */
    public static ProgressLine start(Surroundings surroundings, String task, long steps) {
        Watcher watcher = surroundings.watcher();
        return watcher == null
                ? start(surroundings.errIsTerminal(), System.err, task, steps)
                : new ProgressLine(null, watcher.begin(steps));
    }

    static ProgressLine start(boolean terminal, PrintStream err, String task, long steps) {
        return new ProgressLine(
                terminal
                        ? new ProgressBarBuilder()
                                .setTaskName(task)
                                .setInitialMax(steps)
                                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                                .build()
                        : null,
                Progress.NONE);
    }

    @Override
    public void advance(long steps) {
        watched.advance(steps);
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
