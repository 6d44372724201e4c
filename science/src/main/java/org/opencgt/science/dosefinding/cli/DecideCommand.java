package org.opencgt.science.dosefinding.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.TiteBoin;
import org.opencgt.science.dosefinding.design.Waiting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dose decide}. */
@Command(name = "decide")
final class DecideCommand extends Analysis {

    @Mixin
    DesignChoice choice = new DesignChoice();

    @Mixin(name = DesignOptions.MIXIN)
    DesignOptions parameters = new DesignOptions();

    @Mixin
    CountOptions counts = new CountOptions();

    @Option(names = "--current", paramLabel = "DOSE", required = true)
    int current;

    @Option(names = "--last-n", paramLabel = "N")
    @Nullable
    Integer lastPatients;

    @Option(names = "--last-dlt", paramLabel = "N")
    int lastDlts;

    @Option(names = "--pending", paramLabel = "N", split = ",")
    @Nullable
    List<Integer> pending;

    @Option(names = "--follow-up", paramLabel = "DAYS", split = ",")
    @Nullable
    List<Double> followUp;

    @Option(names = "--window", paramLabel = "DAYS")
    double window = CalendarOptions.DEFAULT_WINDOW;

    @Override
    protected Finding find(Surroundings surroundings) {
        TrialState state = new TrialState(counts.outcomes(), current, null);
        if (lastPatients != null) {
            state = state.afterCohort(lastPatients, lastDlts);
        }
        Design chosen = choice.design(parameters, state.doses().size());
        return Finding.of(Decided.of(chosen, advice(chosen, state), surroundings.language()));
    }

    private Advice advice(Design chosen, TrialState state) {
        if (followUp != null) {
            if (chosen instanceof TiteBoin timeToEvent) {
                Check.positive(DoseFindingQuantity.WINDOW, window);
                return timeToEvent.decide(
                        state, followUp.stream().map(days -> days / window).toList());
            }
            throw Fault.of(DoseOptionFault.FOLLOW_UP_UNUSED)
                    .with("design", chosen.name())
                    .asException();
        }
        return pending == null ? chosen.decide(state) : Waiting.decide(chosen, state, CountOptions.array(pending));
    }
}
