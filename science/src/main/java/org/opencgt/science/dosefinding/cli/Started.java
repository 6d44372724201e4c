package org.opencgt.science.dosefinding.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Language;
import org.opencgt.science.Result;
import org.opencgt.science.dosefinding.startingdose.StartingDose;

/**
 * A {@link StartingDose} to be written, with its texts in the language of the reader.
 *
 * @param indication for which it holds; null if not told
 * @param humanEquivalentDosePerKg null if the method does not start from animals, as the next
 * @param uncertainty {@code high} where the method itself is in doubt, else {@code usual}
 * @param toBeDocumented what the sponsor has to add before the dose is used, in the terms of clause CP-3.2.2f
 */
record Started(
        String method,
        @JsonInclude(Include.NON_NULL) @Nullable String indication,
        double startingDosePerKg,
        double startingDose,
        @JsonInclude(Include.NON_NULL) @Nullable Double humanEquivalentDosePerKg,
        @JsonInclude(Include.NON_NULL) @Nullable Double humanEquivalentDose,
        double lowestPerKg,
        double highestPerKg,
        List<Alternative> sensitivity,
        String uncertainty,
        @JsonInclude(Include.NON_EMPTY) List<String> toBeDocumented,
        List<Step> steps,
        List<String> warnings)
        implements Result {

    private static final List<String> ABOUT_SCALING =
            List.of("species_ck_difference_assessment", "uncertainty_statement");

    /** A step of the reasoning. */
    record Step(String text, double value) {}

    /**
     * What another assumption gives.
     *
     * @param exponent null if the assumption is about something else
     */
    record Alternative(
            String assumption,
            @JsonInclude(Include.NON_NULL) @Nullable Double exponent,
            double startingDosePerKg) {}

    static Started of(
            String method, @Nullable String indication, StartingDose start, double weightKg, Language language) {
        boolean scaled = !Double.isNaN(start.humanEquivalentPerKg());
        return new Started(
                method,
                indication,
                start.perKg(),
                start.cells(),
                scaled ? (Double) start.humanEquivalentPerKg() : null,
                scaled ? (Double) (start.humanEquivalentPerKg() * weightKg) : null,
                start.lowestPerKg(),
                start.highestPerKg(),
                start.alternatives().stream()
                        .map(other -> new Alternative(
                                other.assumption().text(language),
                                Double.isNaN(other.exponent()) ? null : (Double) other.exponent(),
                                other.perKg()))
                        .toList(),
                start.highlyUncertain() ? "high" : "usual",
                start.highlyUncertain() ? ABOUT_SCALING : List.of(),
                start.steps().stream()
                        .map(step -> new Step(step.text().text(language), step.value()))
                        .toList(),
                start.warnings().stream().map(warning -> warning.text(language)).toList());
    }
}
