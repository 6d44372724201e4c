package org.opencgt.science.dosefinding.startingdose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Check;
import org.opencgt.science.Explanation;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.startingdose.StartingDose.Step;

/**
 * A starting dose from an animal dose by body surface area:
 *
 * <pre>
 *   human equivalent dose per kg = animal dose per kg × Km(animal) / Km(human)
 *   or, with an exponent b,      = animal dose per kg × (W(animal) / W(human))^(1 − b)
 *   starting dose                = human equivalent dose / safety factor
 * </pre>
 *
 * <p>Made for small molecules: cells multiply, home and persist, which does not follow surface area. The result always carries that
 * warning.
 *
 * @param species of the animal
 * @param animalDosePerKg cells per kg
 * @param animalWeightKg for the exponent; the reference weight of the species if null
 * @param exponent b; null to scale by Km
 * @param person adult or child
 * @param personWeightKg for the dose in cells
 * @param safetyFactor at least 1
 */
public record BodySurfaceScaling(
        Species species,
        double animalDosePerKg,
        @Nullable Double animalWeightKg,
        @Nullable Double exponent,
        Species person,
        double personWeightKg,
        double safetyFactor) {

    /** FDA 2005, for small molecules. */
    public static final double DEFAULT_SAFETY_FACTOR = 10;

    /** Exponents that are in use: surface area, metabolic rate, body weight. */
    private static final double[] EXPONENTS = {0.67, 0.75, 1};

    public BodySurfaceScaling {
        Check.positive(StartingDoseQuantity.ANIMAL_DOSE, animalDosePerKg);
        if (animalWeightKg != null) {
            Check.positive(StartingDoseQuantity.ANIMAL_WEIGHT, animalWeightKg);
        }
        if (exponent != null) {
            Check.positive(StartingDoseQuantity.EXPONENT, exponent);
            if (exponent > 1) {
                throw tooLarge(StartingDoseQuantity.EXPONENT, exponent);
            }
        }
        Check.positive(StartingDoseQuantity.BODY_WEIGHT, personWeightKg);
        if (!(safetyFactor >= 1)) {
            throw Fault.of(DoseFindingFault.NOT_WITHIN)
                    .with("quantity", StartingDoseQuantity.SAFETY_FACTOR)
                    .with("value", safetyFactor)
                    .with("lower", 1)
                    .with("upper", "∞")
                    .asException();
        }
        if (person != Species.HUMAN && person != Species.CHILD) {
            throw Fault.of(StartingDoseFault.NOT_A_PERSON)
                    .with("species", person)
                    .asException();
        }
    }

    /** The proposal, with the range over the exponents in use. */
    public StartingDose startingDose() {
        List<Step> steps = new ArrayList<>();
        double equivalent = exponent == null ? byKm(steps) : byWeight(steps, exponent);
        double start = equivalent / safetyFactor;
        steps.add(step(
                Explanation.of(StartingDoseReason.DIVIDED_BY_SAFETY).with("factor", Figures.of(safetyFactor)), start));
        double cells = start * personWeightKg;
        steps.add(step(
                Explanation.of(StartingDoseReason.TIMES_WEIGHT).with("weight", Figures.of(personWeightKg)), cells));
        double lowest = start;
        double highest = start;
        for (double b : EXPONENTS) {
            double other = animalDosePerKg * ratio(b) / safetyFactor;
            lowest = Math.min(lowest, other);
            highest = Math.max(highest, other);
        }
        return new StartingDose(
                start,
                cells,
                lowest,
                highest,
                steps,
                List.of(
                        Explanation.of(StartingDoseReason.LIVING_CELLS),
                        Explanation.of(StartingDoseReason.SPECIES_DIFFER).with("species", species)));
    }

    private double byKm(List<Step> steps) {
        double equivalent = animalDosePerKg * species.km() / person.km();
        steps.add(step(
                Explanation.of(StartingDoseReason.BY_KM)
                        .with("dose", Figures.of(animalDosePerKg))
                        .with("animalKm", Figures.of(species.km()))
                        .with("humanKm", Figures.of(person.km())),
                equivalent));
        return equivalent;
    }

    private double byWeight(List<Step> steps, double b) {
        double equivalent = animalDosePerKg * ratio(b);
        steps.add(step(
                Explanation.of(StartingDoseReason.BY_WEIGHT)
                        .with("dose", Figures.of(animalDosePerKg))
                        .with("animal", Figures.of(animalWeight()))
                        .with("human", Figures.of(personWeightKg))
                        .with("exponent", Figures.of(b)),
                equivalent));
        return equivalent;
    }

    private double ratio(double b) {
        return Math.pow(animalWeight() / personWeightKg, 1 - b);
    }

    private double animalWeight() {
        return animalWeightKg == null ? species.weightKg() : animalWeightKg;
    }

    private static Step step(Explanation text, double value) {
        return new Step(text, value);
    }

    private static RuntimeException tooLarge(StartingDoseQuantity quantity, double value) {
        return Fault.of(DoseFindingFault.NOT_WITHIN)
                .with("quantity", quantity)
                .with("value", value)
                .with("lower", 0)
                .with("upper", 1)
                .asException();
    }
}
