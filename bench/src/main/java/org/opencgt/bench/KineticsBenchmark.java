package org.opencgt.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.opencgt.science.kinetics.AucRule;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.Interval;
import org.opencgt.science.kinetics.KineticParameters;
import org.opencgt.science.kinetics.NonCompartmental;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Non-compartmental analysis of 100,000 subjects with 20 samples each on one core, all parameters with AUC 0-28. Its limit is
 * the logarithms: a step that falls needs that of a ratio, a point of the terminal slope that of its value.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class KineticsBenchmark {

    private static final int SUBJECTS = 100_000;
    private static final double[] DAYS = {0, 1, 2, 4, 7, 9, 11, 14, 17, 21, 24, 28, 35, 42, 60, 90, 120, 180, 270, 365};

    @Param({"LIN_UP_LOG_DOWN", "LINEAR"})
    AucRule rule = AucRule.LIN_UP_LOG_DOWN;

    private double[][] times = {};
    private double[][] values = {};
    private NonCompartmental analysis = NonCompartmental.withDefaults();

    /** Curves of the usual size and shape: expansion to day 9, two phases of contraction, noise, a limit of 50. */
    @Setup
    public void make() {
        analysis = NonCompartmental.withDefaults().withAucRule(rule).withAreaOver(new Interval(0, 28));
        Random random = new Random(1);
        times = new double[SUBJECTS][DAYS.length];
        values = new double[SUBJECTS][DAYS.length];
        for (int subject = 0; subject < SUBJECTS; subject++) {
            double peak = 24_000 * Math.exp(random.nextGaussian());
            for (int i = 0; i < DAYS.length; i++) {
                double t = DAYS[i] == 0 ? 0 : DAYS[i] + 0.2 * random.nextDouble() - 0.1;
                double rising = Math.exp(0.89 * (t - 9.3));
                double falling = 0.992 * Math.exp(-0.16 * (t - 9.3)) + 0.008 * Math.exp(-0.0032 * (t - 9.3));
                times[subject][i] = t;
                values[subject][i] =
                        i == 0 ? 0 : peak * (t < 9.3 ? rising : falling) * Math.exp(0.4 * random.nextGaussian());
            }
        }
    }

    /** From arrays to parameters, checks and sorting included. */
    @Benchmark
    @OperationsPerInvocation(SUBJECTS)
    public void subjects(Blackhole sink) {
        for (int i = 0; i < SUBJECTS; i++) {
            KineticParameters parameters = analysis.analyse(Curve.of("S", times[i], values[i], 50));
            sink.consume(parameters);
        }
    }

    /** The limit: logarithms of as many values. */
    @Benchmark
    @OperationsPerInvocation(SUBJECTS)
    public void twentyLogarithms(Blackhole sink) {
        for (double[] own : values) {
            double sum = 0;
            for (double value : own) {
                sum += Math.log(value + 1);
            }
            sink.consume(sum);
        }
    }
}
