package org.opencgt.science.dosefinding.cli;

import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.dosefinding.design.Design;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dose decide}. */
@Command(name = "decide")
final class DecideCommand extends Analysis {

    @Mixin(name = DesignOptions.MIXIN)
    DesignOptions design = new DesignOptions();

    @Mixin
    CountOptions counts = new CountOptions();

    @Option(names = "--current", paramLabel = "DOSE", required = true)
    int current;

    @Override
    protected Finding find(Surroundings surroundings) {
        Design chosen = design.design();
        Advice advice = chosen.decide(new TrialState(counts.outcomes(), current, null));
        return Finding.of(Decided.of(chosen, advice, surroundings.language()));
    }
}
