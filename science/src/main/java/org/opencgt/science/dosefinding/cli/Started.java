package org.opencgt.science.dosefinding.cli;

import java.util.List;
import org.opencgt.science.Language;
import org.opencgt.science.Result;
import org.opencgt.science.dosefinding.startingdose.StartingDose;

/** A {@link StartingDose} to be written, with its texts in the language of the reader. */
record Started(
        String method,
        double startingDosePerKg,
        double startingDose,
        double lowestPerKg,
        double highestPerKg,
        List<Step> steps,
        List<String> warnings)
        implements Result {

    /** A step of the reasoning. */
    record Step(String text, double value) {}

    static Started of(String method, StartingDose start, Language language) {
        return new Started(
                method,
                start.perKg(),
                start.cells(),
                start.lowestPerKg(),
                start.highestPerKg(),
                start.steps().stream()
                        .map(step -> new Step(step.text().text(language), step.value()))
                        .toList(),
                start.warnings().stream().map(warning -> warning.text(language)).toList());
    }
}
