package org.opencgt.science.cells.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.cells.HlaMatch;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cells hla-match}. */
@Command(name = "hla-match")
final class HlaMatchCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--locus", paramLabel = "COLUMN")
    String locus = "locus";

    @Option(names = "--recipient", paramLabel = "COLUMN")
    String recipient = "recipient";

    @Option(names = "--donor", paramLabel = "COLUMN")
    String donor = "donor";

    @Option(names = "--fields", paramLabel = "N")
    int fields = 2;

    @Option(names = "--least-matched", paramLabel = "N")
    @Nullable
    Integer least;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        TextColumn loci = table.text(locus);
        TextColumn to = table.text(recipient);
        TextColumn from = table.text(donor);
        List<HlaMatch.Typing> typings = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            typings.add(new HlaMatch.Typing(text(loci, row), text(to, row), text(from, row)));
        }
        HlaMatch found = HlaMatch.of(typings, fields);
        boolean enough = least == null || found.matched() >= least;
        return Finding.of(found, HlaMatch.Locus.class, found.loci())
                .unmet(
                        enough
                                ? List.of()
                                : List.of(Fault.of(CellsCriterion.TOO_FEW_HLA_MATCHES)
                                        .with("matched", found.matched())
                                        .with("possible", found.possible())
                                        .with("least", String.valueOf(least))));
    }

    private static String text(TextColumn column, int row) {
        String text = column.get(row);
        return text == null ? "" : text;
    }
}
