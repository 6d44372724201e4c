package org.opencgt.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.opencgt.science.comparability.Equivalence;
import org.opencgt.science.comparability.Margin;
import org.opencgt.science.comparability.ToleranceInterval;
import org.opencgt.science.comparability.VarianceRule;
import org.opencgt.science.process.ChartMaker;
import org.opencgt.science.process.ChartType;
import org.opencgt.science.statistics.ToleranceFactor;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * Comparability and process control on the workloads on which R's packages tolerance, TOSTER and qcc were measured: exact two-sided
 * factors, distribution-free limits of 1000 values, Welch's test of equivalence, three series as charts of individuals, moving averages
 * and cumulative sums.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ComparabilityBenchmark {

    private double[] thousand = {};
    private double[] test = {};
    private double[] reference = {};

    @Setup
    public void make() {
        Random random = new Random(1);
        thousand = random.doubles(1000, 80, 100).toArray();
        test = random.doubles(8, 95, 101).toArray();
        reference = random.doubles(12, 94, 102).toArray();
    }

    @Benchmark
    public double exactFactorOfFifty() {
        return new ToleranceFactor(50, 0.95, 0.95).twoSided();
    }

    @Benchmark
    public double oneSidedFactorOfFifty() {
        return new ToleranceFactor(50, 0.95, 0.95).oneSided();
    }

    @Benchmark
    public ToleranceInterval limitsOfAThousandWithoutADistribution() {
        return ToleranceInterval.of(
                thousand, 0.95, 0.95, ToleranceInterval.Side.TWO, ToleranceInterval.Method.NONPARAMETRIC);
    }

    @Benchmark
    public Equivalence equivalence() {
        return Equivalence.of(test, reference, new Margin.ReferenceSds(1.5), VarianceRule.WELCH, 0.05);
    }

    @Benchmark
    public void threeSeriesOfCharts(Blackhole hole) {
        var labels = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        for (int series = 0; series < 3; series++) {
            int from = 100 * series;
            var values = IntStream.range(0, 100)
                    .mapToObj(i -> new double[] {thousand[from + i]})
                    .toList();
            hole.consume(ChartMaker.of(ChartType.I_MR).chart(labels, values));
            hole.consume(ChartMaker.of(ChartType.EWMA).chart(labels, values));
            hole.consume(ChartMaker.of(ChartType.CUSUM).chart(labels, values));
        }
    }
}
