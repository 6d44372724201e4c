package org.opencgt.bench;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.opencgt.science.assay.Deming;
import org.opencgt.science.assay.Pairs;
import org.opencgt.science.assay.PassingBablok;
import org.opencgt.science.assay.Precision;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Method comparison of 500, 2,000 and 100,000 pairs; variance components of 20 days of 5 runs of 3. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class AssayBenchmark {

    /** Pairs. */
    @State(Scope.Thread)
    public static class Comparison {

        @Param({"500", "2000", "100000"})
        int n = 500;

        private Pairs pairs = Pairs.of(new double[0], new double[0]);

        @Setup
        public void make() {
            Random random = new Random(1);
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                double level = Math.exp(1 + 2 * random.nextDouble());
                x[i] = level * (1 + 0.05 * random.nextGaussian());
                y[i] = 0.3 + 1.05 * level * (1 + 0.05 * random.nextGaussian());
            }
            pairs = Pairs.of(x, y);
        }
    }

    private double[] values = new double[0];
    private List<int[]> levels = List.of();

    @Setup
    public void make() {
        Random random = new Random(1);
        values = new double[300];
        int[] day = new int[300];
        int[] run = new int[300];
        for (int i = 0; i < 300; i++) {
            day[i] = i / 15;
            run[i] = i / 3 % 5;
            values[i] = 100 + random.nextGaussian();
        }
        levels = List.of(day, run);
    }

    @Benchmark
    public PassingBablok passingBablok(Comparison comparison) {
        return PassingBablok.of(comparison.pairs, 0.95);
    }

    @Benchmark
    public Deming demingJackknife(Comparison comparison) {
        Pairs pairs =
                comparison.pairs.n() > 2000 ? Pairs.of(comparison.pairs.x(), comparison.pairs.y()) : comparison.pairs;
        return Deming.of(
                pairs, 1, false, 0.95, pairs.n() > 2000 ? Deming.Intervals.ANALYTICAL : Deming.Intervals.JACKKNIFE);
    }

    @Benchmark
    public Precision precision() {
        return Precision.of(values, List.of("day", "run"), levels, true, 0.95);
    }
}
