package org.opencgt.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.potency.CurveModel;
import org.opencgt.science.potency.DoseResponse;
import org.opencgt.science.potency.FittedCurve;
import org.opencgt.science.potency.Margins;
import org.opencgt.science.potency.ParallelCurves;
import org.opencgt.science.potency.Preparation;
import org.opencgt.science.potency.RelativePotency;
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

/** Four-parameter curves: one of 24 wells, and a plate of three curves with 24 wells each, free, parallel and compared. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PotencyBenchmark {

    private DoseResponse one = DoseResponse.of(new double[0], new double[0]);
    private List<Preparation> plate = List.of();

    @Setup
    public void make() {
        Random random = new Random(1);
        List<@Nullable String> names = new ArrayList<>();
        double[] dose = new double[72];
        double[] response = new double[72];
        double[] weights = new double[72];
        Arrays.fill(weights, 1);
        double[] middle = {40, 33, 57};
        for (int i = 0; i < 72; i++) {
            names.add("C" + i / 24);
            dose[i] = 1000 / Math.pow(3, i % 24 / 3);
            response[i] = 0.1 + 2 / (1 + Math.pow(dose[i] / middle[i / 24], -1.2)) + 0.03 * random.nextGaussian();
        }
        plate = Preparation.of(names, "C0", dose, response, weights);
        one = plate.getFirst().data();
    }

    @Benchmark
    public FittedCurve curve() {
        return FittedCurve.of(CurveModel.FOUR_PARAMETER, one, 0.95, List.of(10.0, 50.0, 90.0));
    }

    @Benchmark
    public List<RelativePotency> plate() {
        return ParallelCurves.of(CurveModel.FOUR_PARAMETER, plate, 0.95, Margins.USUAL);
    }
}
