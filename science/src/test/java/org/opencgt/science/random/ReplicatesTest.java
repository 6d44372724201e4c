package org.opencgt.science.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.opencgt.science.Progress;

class ReplicatesTest {

    private static final int COUNT = 10 * Replicates.BLOCK + 3;

    @Test
    void resultsDoNotDependOnTheNumberOfThreads() throws Exception {
        List<Double> alone = draws(7, 1);

        assertThat(draws(7, 2)).isEqualTo(alone);
        assertThat(draws(7, 5)).isEqualTo(alone);
        assertThat(draws(8, 1)).isNotEqualTo(alone);
    }

    @Test
    void resultsComeInTheOrderOfTheReplicates() throws Exception {
        List<Integer> numbers = Replicates.with(1, 3).run(COUNT, (replicate, random) -> replicate, Progress.NONE);

        assertThat(numbers).hasSize(COUNT).isSorted().startsWith(0).endsWith(COUNT - 1);
    }

    @Test
    void replicatesDiffer() throws Exception {
        assertThat(draws(1, 2)).doesNotHaveDuplicates();
    }

    @Test
    void progressAddsUpToAllReplicates() throws Exception {
        AtomicLong done = new AtomicLong();

        assertThat(Replicates.with(1, 2).run(COUNT, (replicate, random) -> replicate, done::addAndGet))
                .hasSize(COUNT);
        assertThat(done).hasValue(COUNT);
    }

    @Test
    void whatAnExperimentThrowsIsThrown() {
        assertThatThrownBy(() -> Replicates.with(1, 2)
                        .run(
                                COUNT,
                                (replicate, random) -> {
                                    throw new ArithmeticException("diverged");
                                },
                                Progress.NONE))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("diverged");
    }

    @Test
    void noThreadsAreRefused() {
        assertThatThrownBy(() -> Replicates.with(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Double> draws(long seed, int threads) throws InterruptedException {
        return Replicates.with(seed, threads)
                .run(COUNT, (replicate, random) -> random.nextDouble() + random.nextGaussian(), Progress.NONE);
    }
}
