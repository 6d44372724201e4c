package org.opencgt.science.process.cli;

import java.util.List;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.process.RunLength;
import org.opencgt.science.process.report.RunLengthReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code process run-length}. */
@Command(name = "run-length")
final class RunLengthCommand extends Analysis {

    /** The charts of which it can be told. */
    enum Chart {
        SHEWHART,
        EWMA,
        CUSUM
    }

    @Option(names = "--type", paramLabel = "TYPE")
    Chart type = Chart.SHEWHART;

    @Option(names = "--shifts", paramLabel = "X", split = ",")
    List<Double> shifts = List.of(0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0);

    @Option(names = "--lambda", paramLabel = "X")
    double lambda = 0.2;

    @Option(names = "--l", paramLabel = "X")
    double l = 3;

    @Option(names = "--h", paramLabel = "X")
    double h = 5;

    @Option(names = "--k", paramLabel = "X")
    double k = 0.5;

    @Override
    protected Finding find(Surroundings surroundings) {
        List<RunLength> rows = shifts.stream().map(this::runLength).toList();
        return Finding.of(RunLength.class, rows).reported(new RunLengthReport(rows));
    }

    private RunLength runLength(double shift) {
        return switch (type) {
            case SHEWHART -> RunLength.shewhart(l, shift);
            case EWMA -> RunLength.ewma(lambda, l, shift);
            case CUSUM -> RunLength.cusum(k, h, shift);
        };
    }
}
