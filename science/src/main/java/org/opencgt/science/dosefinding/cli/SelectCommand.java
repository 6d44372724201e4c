package org.opencgt.science.dosefinding.cli;

import java.util.List;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.DoseOutcomes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dose select}. */
@Command(name = "select")
final class SelectCommand extends Analysis {

    @Mixin
    DesignChoice choice = new DesignChoice();

    @Mixin(name = DesignOptions.MIXIN)
    DesignOptions parameters = new DesignOptions();

    @Mixin
    CountOptions counts = new CountOptions();

    @Override
    protected Finding find(Surroundings surroundings) {
        List<DoseOutcomes> outcomes = counts.outcomes();
        return Finding.of(choice.design(parameters, outcomes.size()).select(outcomes));
    }
}
