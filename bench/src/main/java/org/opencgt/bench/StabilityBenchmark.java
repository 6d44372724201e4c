package org.opencgt.bench;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.opencgt.science.stability.ShelfLife;
import org.opencgt.science.stability.ShelfLifePlan;
import org.opencgt.science.stability.Specification;
import org.opencgt.science.stability.StabilityData;
import org.opencgt.science.statistics.LinearFit;
import org.opencgt.science.statistics.LinearLeastSquares;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The shelf life of six batches with 53 results, all models and tests (LeBlond 2011; expirest's example 1), and a least-squares fit of
 * 1,000 points with 10 columns. The limit of the first are its quantiles of t, of the second the multiplications of its decomposition.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class StabilityBenchmark {

    private static final List<StabilityData.Batch> BATCHES = List.of(
            new StabilityData.Batch("b2", new double[] {0, 1, 3, 3, 6, 6, 12, 12, 24, 24}, new double[] {
                101, 101.3, 99.8, 99.2, 99.5, 97.8, 97.4, 97.2, 96.9, 96
            }),
            new StabilityData.Batch("b3", new double[] {0, 3, 3, 6, 6, 12, 12, 24, 24}, new double[] {
                104.8, 103, 101.2, 100.8, 99.2, 98.6, 97.2, 97.6, 98
            }),
            new StabilityData.Batch("b4", new double[] {0, 3, 6, 6, 12, 12, 24, 24}, new double[] {
                104, 103.2, 102.8, 103.3, 102.4, 101.2, 99.1, 99.5
            }),
            new StabilityData.Batch("b5", new double[] {0, 1, 2, 3, 3, 6, 6, 12, 12, 24, 24}, new double[] {
                102, 101.4, 100.8, 100.2, 99.7, 98.8, 98.5, 98, 97.1, 96.6, 96.1
            }),
            new StabilityData.Batch("b7", new double[] {0, 1, 3, 3, 6, 6, 12, 12, 24, 24}, new double[] {
                101.3, 101.5, 100.2, 99.8, 99, 98.5, 98.5, 97.4, 96.6, 96.4
            }),
            new StabilityData.Batch("b8", new double[] {0, 3, 6, 12, 12}, new double[] {101.6, 100, 99, 97.8, 97}));

    private static final ShelfLifePlan PLAN = ShelfLifePlan.of(new Specification(95, Double.NaN));
    private static final int POINTS = 1000;
    private static final int COLUMNS = 10;

    private final StabilityData data = new StabilityData(BATCHES, 0);
    private final double[][] columns = new double[COLUMNS][POINTS];
    private final double[] y = new double[POINTS];

    /** Normal columns and responses. */
    @Setup
    public void make() {
        Random random = new Random(1);
        for (int i = 0; i < POINTS; i++) {
            y[i] = random.nextGaussian();
            for (double[] column : columns) {
                column[i] = random.nextGaussian();
            }
        }
    }

    /** From results to the shelf life. */
    @Benchmark
    public ShelfLife sixBatches() {
        return ShelfLife.of(data, PLAN);
    }

    /** Coefficients, covariance, residuals, refined. */
    @Benchmark
    public LinearFit leastSquares() {
        return LinearLeastSquares.fit(columns, y);
    }
}
