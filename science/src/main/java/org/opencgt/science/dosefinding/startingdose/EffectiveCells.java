package org.opencgt.science.dosefinding.startingdose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencgt.science.Check;
import org.opencgt.science.Explanation;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.DoseFindingFault;
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
 */
public record EffectiveCells(
        List<Benchmark> benchmarks,
        double viability,
        double activeFraction,
        double safetyFactor,
        double personWeightKg) {

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
        if (!(safetyFactor >= 1)) {
            throw Fault.of(DoseFindingFault.NOT_WITHIN)
                    .with("quantity", StartingDoseQuantity.SAFETY_FACTOR)
                    .with("value", safetyFactor)
                    .with("lower", 1)
                    .with("upper", "∞")
                    .asException();
        }
    }

    /**
     * A product with a known dose.
     *
     * @param dosePerKg cells per kg
     * @param activeFraction of these cells, those that carry the activity, 0 to 1
     * @param clinical whether the dose is known from people
     */
    public record Benchmark(double dosePerKg, double activeFraction, boolean clinical) {

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
        Benchmark most = benchmarks.stream()
                .max(Comparator.comparingDouble(Benchmark::effectivePerKg))
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
        return new StartingDose(start, start * personWeightKg, start, allCells(most) / safetyFactor, steps, warnings());
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
        return warnings;
    }
}
