package org.opencgt.science.kinetics.cli;

import java.util.List;
import org.opencgt.science.kinetics.AucRule;
import org.opencgt.science.kinetics.BelowLimitRule;
import org.opencgt.science.kinetics.Interval;
import org.opencgt.science.kinetics.NonCompartmental;
import org.opencgt.science.kinetics.Quality;
import org.opencgt.science.kinetics.StartRule;
import org.opencgt.science.kinetics.TailRule;
import org.opencgt.science.kinetics.TerminalRule;
import org.opencgt.science.kinetics.Units;
import picocli.CommandLine.Option;

/** The choices of a non-compartmental analysis; a mixin. */
final class AnalysisOptions {

    @Option(names = "--rule", paramLabel = "RULE")
    AucRule rule = AucRule.LIN_UP_LOG_DOWN;

    @Option(names = "--auc", paramLabel = "START:END")
    List<String> areas = List.of();

    @Option(names = "--tail", paramLabel = "RULE")
    TailRule tail = TailRule.LAST;

    @Option(names = "--blq", paramLabel = "RULES")
    String belowLimit = BelowLimitRule.DEFAULT.toString();

    @Option(names = "--lambda-z", paramLabel = "RULE|START:END")
    String terminal = TerminalRule.DEFAULT.toString();

    @Option(names = "--start-value", paramLabel = "RULE")
    StartRule start = StartRule.REQUIRED;

    @Option(names = "--interval", paramLabel = "START:END")
    String interval = Interval.FROM_DOSE.toString();

    @Option(names = "--min-adjusted-r-squared", paramLabel = "R2")
    double minimumAdjustedRSquared = Quality.DEFAULT.adjRSquared();

    @Option(names = "--min-span", paramLabel = "HALF-LIVES")
    double minimumSpan = Quality.DEFAULT.span();

    @Option(names = "--max-extrapolated", paramLabel = "F")
    double maximumExtrapolated = Quality.DEFAULT.extrapolated();

    NonCompartmental analysis(Units units) {
        return NonCompartmental.withDefaults()
                .withAucRule(rule)
                .withBelowLimitRule(BelowLimitRule.parse(belowLimit))
                .withTerminalRule(TerminalRule.parse(terminal))
                .withStartRule(start)
                .withTailRule(tail)
                .withQuality(new Quality(minimumAdjustedRSquared, minimumSpan, maximumExtrapolated))
                .withInterval(Interval.parse(interval))
                .withPartials(areas.stream().map(Interval::parse).toList())
                .withUnits(units);
    }
}
