package org.opencgt.science.dosefinding.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.trial.Scenario;
import org.opencgt.science.dosefinding.trial.ScenarioFile;
import org.opencgt.science.table.Csv;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** One truth, or a file of them; a mixin. */
final class TruthOptions {

    @ArgGroup
    @Nullable
    Source source;

    @Option(names = "--truth-efficacy", paramLabel = "F", split = ",", converter = FractionConverter.class)
    @Nullable
    List<Double> efficacy;

    /** Where truths come from. */
    static final class Source {
        @Option(names = "--truth", paramLabel = "F", split = ",", converter = FractionConverter.class)
        @Nullable
        List<Double> toxicity;

        @Option(names = "--scenarios", paramLabel = "FILE")
        @Nullable
        Path scenarios;
    }

    /** Whether there is one truth only. */
    boolean isSingle() {
        return source != null && source.toxicity != null;
    }

    List<Scenario> scenarios() {
        if (source != null && source.toxicity != null) {
            return List.of(new Scenario("1", new Truth(source.toxicity, efficacy)));
        }
        if (source != null && source.scenarios != null) {
            return ScenarioFile.read(Csv.read(source.scenarios));
        }
        throw Fault.of(DoseOptionFault.TRUTH_NEEDED).asException();
    }
}
