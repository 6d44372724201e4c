package org.opencgt.science.command;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.random.Replicates;
import picocli.CommandLine.Option;

/** The options of a command whose results are random; a mixin. */
public final class RandomOptions {

    @Option(names = "--seed", paramLabel = "N")
    @Nullable
    Long seed;

    @Option(names = "--threads", paramLabel = "N")
    @Nullable
    Integer threads;

    /** The seed that was asked for, or one that nobody chose; to be part of the result, so that it can be had again. */
    public long seed() {
        if (seed == null) {
            seed = new SecureRandom().nextLong(1L << 53); // exact as a double, so safe in anybody's JSON
        }
        return seed;
    }

    public Replicates replicates() {
        int available = Runtime.getRuntime().availableProcessors();
        return Replicates.with(seed(), threads == null ? available : Math.max(1, threads));
    }
}
