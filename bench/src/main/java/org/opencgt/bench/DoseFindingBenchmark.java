package org.opencgt.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opencgt.science.Progress;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.Boin;
import org.opencgt.science.dosefinding.design.Tepi;
import org.opencgt.science.dosefinding.trial.Enumeration;
import org.opencgt.science.dosefinding.trial.OperatingCharacteristics;
import org.opencgt.science.dosefinding.trial.Simulation;
import org.opencgt.science.dosefinding.trial.TrialPlan;
import org.opencgt.science.random.Replicates;
import org.opencgt.science.random.Xoshiro256;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Operating characteristics on one core: 10,000 trials of 30 patients in cohorts of 3 at 5 doses, set-up and summing up included, a
 * trial at a time; and exactly, by enumerating all courses. The limit of a simulation is its random numbers: one for the toxicities
 * of each cohort, and one for its responses where these count.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DoseFindingBenchmark {

    private static final int TRIALS = 10_000;
    private static final int COHORTS = 10;
    private static final double TARGET = 0.3;
    private static final List<Double> TOXICITY = List.of(0.05, 0.15, 0.3, 0.45, 0.6);
    private static final List<Double> EFFICACY = List.of(0.2, 0.35, 0.5, 0.55, 0.6);

    private final TrialPlan plan = TrialPlan.of(3, COHORTS);
    private final Truth toxicity = Truth.ofToxicity(TOXICITY);
    private final Truth both = new Truth(TOXICITY, EFFICACY);
    private final Replicates oneThread = Replicates.with(1, 1);
    private final Xoshiro256 random = Xoshiro256.seeded(1);

    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public OperatingCharacteristics boin() throws InterruptedException {
        return Simulation.of(Boin.withDefaults(TARGET), plan).run(toxicity, TARGET, TRIALS, oneThread, Progress.NONE);
    }

    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public OperatingCharacteristics tepi() throws InterruptedException {
        return Simulation.of(Tepi.withDefaults(TARGET, 0.4), plan).run(both, TARGET, TRIALS, oneThread, Progress.NONE);
    }

    /** Enumeration and weighing, nothing kept from the time before. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public OperatingCharacteristics boinExact() throws InterruptedException {
        return Enumeration.of(Boin.withDefaults(TARGET), plan, toxicity.doses(), Progress.NONE)
                .under(toxicity, TARGET);
    }

    /** The limit: as many random numbers as a trial without efficacy needs. */
    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public long randomNumbersOfATrial() {
        long sum = 0;
        for (int i = 0; i < TRIALS * COHORTS; i++) {
            sum += random.nextLong() >>> 1;
        }
        return sum;
    }
}
