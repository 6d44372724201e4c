package org.opencgt.science.dosefinding.startingdose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Check;
import org.opencgt.science.Explanation;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.startingdose.StartingDose.Alternative;
import org.opencgt.science.dosefinding.startingdose.StartingDose.Step;

/**
 * A starting dose from the effective cells of products with known doses:
 *
 * <pre>
 *   effective cells per kg = benchmark dose per kg × its fraction of active cells
 *   starting dose          = effective cells / (viability × fraction of active cells) / safety factor
 * </pre>
 *
 * <p>where the last two fractions are those of the new product, so that the starting dose counts all its cells. With several benchmarks
 * the proposal is the lowest, and the range runs over all.
 *
 * @param benchmarks at least one
 * @param viability of the new product, 0 to 1
 * @param activeFraction of its viable cells, those that carry the activity, 0 to 1
 * @param safetyFactor at least 1
 * @param personWeightKg for the dose in cells
 * @param indication for which the new product is meant; null if not told. A dose is carried over from another indication with a
 *     warning only
 */
public record EffectiveCells(
        List<Benchmark> benchmarks,
        double viability,
        double activeFraction,
        double safetyFactor,
        double personWeightKg,
        @Nullable String indication) {

    public EffectiveCells {
        benchmarks = List.copyOf(benchmarks);
        if (benchmarks.isEmpty()) {
            throw Fault.of(StartingDoseFault.NO_BENCHMARK).asException();
        }
        Check.fraction(StartingDoseQuantity.VIABILITY, Check.positive(StartingDoseQuantity.VIABILITY, viability));
        Check.fraction(
                StartingDoseQuantity.ACTIVE_FRACTION,
                Check.positive(StartingDoseQuantity.ACTIVE_FRACTION, activeFraction));
        Check.positive(StartingDoseQuantity.BODY_WEIGHT, personWeightKg);
        StartingDose.checkSafetyFactor(safetyFactor);
    }

    /**
     * A product with a known dose.
     *
     * @param dosePerKg cells per kg
     * @param activeFraction of these cells, those that carry the activity, 0 to 1
     * @param clinical whether the dose is known from people
     * @param indication in which it was given; null if not told
     */
    public record Benchmark(
            double dosePerKg,
            double activeFraction,
            boolean clinical,
            @Nullable String indication) {

        public Benchmark {
            Check.positive(StartingDoseQuantity.BENCHMARK_DOSE, dosePerKg);
            Check.fraction(
                    StartingDoseQuantity.ACTIVE_FRACTION,
                    Check.positive(StartingDoseQuantity.ACTIVE_FRACTION, activeFraction));
        }

        double effectivePerKg() {
            return dosePerKg * activeFraction;
        }
    }

    /** The proposal. */
    public StartingDose startingDose() {
        Benchmark least = benchmarks.stream()
                .min(Comparator.comparingDouble(Benchmark::effectivePerKg))
                .orElseThrow();
        double all = allCells(least);
        double start = all / safetyFactor;
        List<Step> steps = List.of(
                new Step(
                        Explanation.of(StartingDoseReason.EFFECTIVE_CELLS)
                                .with("dose", Figures.of(least.dosePerKg()))
                                .with("fraction", Figures.of(least.activeFraction())),
                        least.effectivePerKg()),
                new Step(
                        Explanation.of(StartingDoseReason.ALL_CELLS)
                                .with("viability", Figures.of(viability))
                                .with("fraction", Figures.of(activeFraction)),
                        all),
                new Step(
                        Explanation.of(StartingDoseReason.DIVIDED_BY_SAFETY).with("factor", Figures.of(safetyFactor)),
                        start),
                new Step(
                        Explanation.of(StartingDoseReason.TIMES_WEIGHT).with("weight", Figures.of(personWeightKg)),
                        start * personWeightKg));
        List<Alternative> others = benchmarks.stream()
                .map(benchmark -> new Alternative(
                        Explanation.of(StartingDoseReason.OTHER_BENCHMARK)
                                .with("dose", Figures.of(benchmark.dosePerKg()))
                                .with("fraction", Figures.of(benchmark.activeFraction())),
                        Double.NaN,
                        allCells(benchmark) / safetyFactor))
                .toList();
        return new StartingDose(start, start * personWeightKg, Double.NaN, others, false, steps, warnings());
    }

    private double allCells(Benchmark benchmark) {
        return benchmark.effectivePerKg() / (viability * activeFraction);
    }

    private List<Explanation> warnings() {
        List<Explanation> warnings = new ArrayList<>();
        warnings.add(Explanation.of(StartingDoseReason.POTENCY_DIFFERS));
        if (benchmarks.stream().noneMatch(Benchmark::clinical)) {
            warnings.add(Explanation.of(StartingDoseReason.NO_CLINICAL_BENCHMARK));
        }
        List<String> others = benchmarks.stream()
                .map(Benchmark::indication)
                .filter(Objects::nonNull)
                .filter(other -> !other.equalsIgnoreCase(indication))
                .distinct()
                .toList();
        if (indication == null || benchmarks.stream().anyMatch(benchmark -> benchmark.indication() == null)) {
            warnings.add(Explanation.of(StartingDoseReason.INDICATION_UNKNOWN));
        } else if (!others.isEmpty()) {
            warnings.add(Explanation.of(StartingDoseReason.OTHER_INDICATION)
                    .with("others", String.join(", ", others))
                    .with("indication", indication));
        }
        return warnings;
    }
}
