package org.opencgt.science.comparability.cli;

import java.nio.file.Path;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.comparability.PairedEquivalence;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare paired}. */
@Command(name = "paired")
final class PairedCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--x", paramLabel = "COLUMN")
    String test = "x";

    @Option(names = "--y", paramLabel = "COLUMN")
    String reference = "y";

    @Mixin
    MarginOptions marginOptions = new MarginOptions();

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        PairedEquivalence result = PairedEquivalence.of(
                table.numbers(test).values(),
                table.numbers(reference).values(),
                marginOptions.margin(),
                marginOptions.alpha);
        return Finding.of(result).unmet(TostCommand.unmet(result.equivalent(), result.pTost(), result.alpha()));
    }
}
