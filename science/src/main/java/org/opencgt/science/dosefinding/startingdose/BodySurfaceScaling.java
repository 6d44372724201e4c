package org.opencgt.science.dosefinding.startingdose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Check;
import org.opencgt.science.Explanation;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.Limits;
import org.opencgt.science.dosefinding.startingdose.StartingDose.Alternative;
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
    public static final List<Double> USUAL_EXPONENTS = List.of(0.67, 0.75, 1.0);

    public BodySurfaceScaling {
        Check.positive(StartingDoseQuantity.ANIMAL_DOSE, animalDosePerKg);
        if (animalWeightKg != null) {
            Check.positive(StartingDoseQuantity.ANIMAL_WEIGHT, animalWeightKg);
        }
        if (exponent != null) {
            checked(exponent);
        }
        Check.positive(StartingDoseQuantity.BODY_WEIGHT, personWeightKg);
        StartingDose.checkSafetyFactor(safetyFactor);
        if (!person.isHuman()) {
            throw Fault.of(StartingDoseFault.NOT_A_PERSON)
                    .with("species", person)
                    .asException();
        }
        if (species.isHuman()) {
            throw Fault.of(StartingDoseFault.NOT_AN_ANIMAL)
                    .with("species", species)
                    .asException();
        }
    }

    /** The proposal, with what the exponents in use would give. */
    public StartingDose startingDose() {
        return startingDose(USUAL_EXPONENTS);
    }

    /**
     * The proposal, with what other exponents would give.
     *
     * @param exponents each above 0 and at most 1
     */
    public StartingDose startingDose(List<Double> exponents) {
        List<Step> steps = new ArrayList<>();
        double equivalent = exponent == null ? byKm(steps) : byWeight(steps, exponent);
        double start = equivalent / safetyFactor;
        steps.add(step(
                Explanation.of(StartingDoseReason.DIVIDED_BY_SAFETY).with("factor", Figures.of(safetyFactor)), start));
        double cells = start * personWeightKg;
        steps.add(step(
                Explanation.of(StartingDoseReason.TIMES_WEIGHT).with("weight", Figures.of(personWeightKg)), cells));
        List<Alternative> others = exponents.stream()
                .map(b -> new Alternative(
                        Explanation.of(StartingDoseReason.OTHER_EXPONENT).with("exponent", Figures.of(checked(b))),
                        b,
                        animalDosePerKg * ratio(b) / safetyFactor))
                .toList();
        return new StartingDose(
                start,
                cells,
                equivalent,
                others,
                true,
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

    private static double checked(double exponent) {
        Check.positive(StartingDoseQuantity.EXPONENT, exponent);
        return Limits.within(StartingDoseQuantity.EXPONENT, exponent, 0, 1);
    }
}
