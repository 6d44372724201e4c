package org.opencgt.analysis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Progress;

/** An analysis under way. */
public final class Running {

    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final LongAdder done = new LongAdder();
    private volatile long steps;
    private volatile @Nullable Future<?> work;

    Running() {}

    /** Ends it; its thread stops at the next place where it looks. */
    public void cancel() {
        end(new Outcome.Cancelled());
    }

    /** The outcome, if there is one yet. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome.getNow(null));
    }

    /** Waits for the outcome; it comes at the latest when the time for the analysis is over. */
    public Outcome await() {
        return outcome.join();
    }

    /** Waits for the outcome, but no longer than this. */
    public Optional<Outcome> await(Duration longest) {
        return Optional.ofNullable(outcome.copy()
                .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
                .join());
    }

    /** How much is done, in percent; empty as long as nobody knows. */
    public Optional<Integer> percent() {
        long all = steps;
        return all <= 0 ? Optional.empty() : Optional.of((int) Math.min(100, 100 * done.sum() / all));
    }

    Progress begin(long all) {
        steps = all;
        return done::add;
    }

    void worksAs(Future<?> future) {
        work = future;
        if (outcome.isDone()) {
            future.cancel(true);
        }
    }

    void end(Outcome how) {
        Future<?> thread = work;
        if (outcome.complete(how) && thread != null) {
            thread.cancel(true);
        }
    }

    void whenOver(Runnable then) {
        outcome.thenRun(then);
    }

    boolean isOver() {
        return outcome.isDone();
    }
}
