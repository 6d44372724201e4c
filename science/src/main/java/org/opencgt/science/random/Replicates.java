package org.opencgt.science.random;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.opencgt.science.Progress;

/**
 * Runs a random experiment many times on several threads, with results that depend on the seed alone. The replicates are
 * divided into blocks of fixed size, and each block has its own stream, {@link Xoshiro256#split() split} in order from the
 * seed.
 */
public final class Replicates {

    /** Large enough that a jump costs little beside the work, small enough to keep all threads busy to the end. */
    static final int BLOCK = 64;

    private final long seed;
    private final int threads;

    private Replicates(long seed, int threads) {
        this.seed = seed;
        this.threads = threads;
    }

    /**
     * Replicates on so many threads.
     *
     * @param threads at least 1
     */
    public static Replicates with(long seed, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " is below 1");
        }
        return new Replicates(seed, threads);
    }

    /** One replicate of an experiment. Called from several threads, each time with a generator for this call alone. */
    @FunctionalInterface
    public interface Experiment<T> {
        T run(int replicate, Xoshiro256 random);
    }

    /**
     * The results of replicates 0 to {@code count - 1}, in that order.
     *
     * @throws InterruptedException if this thread is interrupted while it waits
     */
    public <T> List<T> run(int count, Experiment<? extends T> experiment, Progress progress)
            throws InterruptedException {
        Xoshiro256 root = Xoshiro256.seeded(seed);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<List<T>>> blocks = new ArrayList<>();
            for (int start = 0; start < count; start += BLOCK) {
                int from = start;
                int to = Math.min(count, start + BLOCK);
                Xoshiro256 stream = root.split();
                blocks.add(pool.submit(() -> block(from, to, stream, experiment, progress)));
            }
            List<T> results = new ArrayList<>(count);
            try {
                for (Future<List<T>> block : blocks) {
                    results.addAll(block.get());
                }
            } catch (ExecutionException e) {
                pool.shutdownNow();
                throw unwrapped(e);
            } catch (InterruptedException e) {
                pool.shutdownNow();
                throw e;
            }
            return results;
        }
    }

    private static <T> List<T> block(
            int from, int to, Xoshiro256 stream, Experiment<? extends T> experiment, Progress progress) {
        List<T> results = new ArrayList<>(to - from);
        for (int replicate = from; replicate < to; replicate++) {
            results.add(experiment.run(replicate, stream));
        }
        progress.advance(to - from);
        return results;
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException thrown -> thrown;
            case Error thrown -> throw thrown;
            case null, default -> new IllegalStateException(e);
        };
    }
}
