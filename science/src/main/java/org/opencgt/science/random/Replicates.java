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

    /** Some replicates of an experiment in one go. Called from several threads, each time with a generator for this call alone. */
    @FunctionalInterface
    public interface BlockExperiment<T> {
        /** Replicates {@code from} to {@code to - 1}. */
        T run(int from, int to, Xoshiro256 random);
    }

    /** The seed on which the results depend. */
    public long seed() {
        return seed;
    }

    /**
     * The results of replicates 0 to {@code count - 1}, in that order.
     *
     * @throws InterruptedException if this thread is interrupted while it waits
     */
    public <T> List<T> run(int count, Experiment<? extends T> experiment, Progress progress)
            throws InterruptedException {
        List<List<T>> blocks =
                blocks(count, BLOCK, (from, to, random) -> block(from, to, random, experiment), progress);
        List<T> results = new ArrayList<>(count);
        blocks.forEach(results::addAll);
        return results;
    }

    /**
     * The results of blocks of {@code size} replicates, the last of which may be smaller, in order: for experiments so short that
     * they sum up their results themselves.
     *
     * @param size part of the experiment: with another size the results are others
     * @throws InterruptedException if this thread is interrupted while it waits
     */
    public <T> List<T> blocks(int count, int size, BlockExperiment<? extends T> experiment, Progress progress)
            throws InterruptedException {
        Xoshiro256 root = Xoshiro256.seeded(seed);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> blocks = new ArrayList<>();
            for (int start = 0; start < count; start += size) {
                int from = start;
                int to = Math.min(count, start + size);
                Xoshiro256 stream = root.split();
                blocks.add(pool.submit(() -> {
                    T result = experiment.run(from, to, stream);
                    progress.advance(to - from);
                    return result;
                }));
            }
            List<T> results = new ArrayList<>(blocks.size());
            try {
                for (Future<T> block : blocks) {
                    results.add(block.get());
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

    private static <T> List<T> block(int from, int to, Xoshiro256 stream, Experiment<? extends T> experiment) {
        List<T> results = new ArrayList<>(to - from);
        for (int replicate = from; replicate < to; replicate++) {
            results.add(experiment.run(replicate, stream));
        }
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
