package org.opencgt.science.cells.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.cells.StrMatch;
import org.opencgt.science.cells.StrProfile;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cells str-match}. */
@Command(name = "str-match")
final class StrMatchCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--locus", paramLabel = "COLUMN")
    String locus = "locus";

    @Option(names = "--query", paramLabel = "COLUMN")
    String query = "query";

    @Option(names = "--references", paramLabel = "COLUMN", split = ",")
    List<String> references = List.of();

    @Option(names = "--algorithm", paramLabel = "NAME")
    StrMatch.Algorithm algorithm = StrMatch.Algorithm.TANABE;

    @Option(names = "--mixture-loci", paramLabel = "N")
    int mixtureLoci = StrMatch.MIXTURE_LOCI;

    @Option(names = "--expected", paramLabel = "NAME")
    @Nullable
    String expected;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        TextColumn loci = table.text(locus);
        StrProfile own = profile(table, loci, query);
        List<StrMatch> matches = new ArrayList<>();
        for (String name : references.isEmpty() ? others(table) : references) {
            matches.add(StrMatch.of(own, profile(table, loci, name), algorithm, mixtureLoci));
        }
        return Finding.of(StrMatch.class, matches).unmet(unmet(matches));
    }

    private List<String> others(Table table) {
        return table.header().stream()
                .filter(column -> !column.equals(locus) && !column.equals(query))
                .toList();
    }

    private static StrProfile profile(Table table, TextColumn loci, String column) {
        TextColumn alleles = table.text(column);
        Map<String, String> texts = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            String name = loci.get(row);
            String text = alleles.get(row);
            if (name != null && text != null) {
                texts.merge(name, text, (one, other) -> one + "," + other);
            }
        }
        return StrProfile.of(column, texts);
    }

    private List<Fault> unmet(List<StrMatch> matches) {
        List<Fault> unmet = new ArrayList<>();
        for (StrMatch match : matches) {
            if (match.reference().equals(expected) && match.verdict() != StrMatch.Verdict.MATCH) {
                unmet.add(Fault.of(CellsCriterion.IDENTITY_NOT_SHOWN)
                        .with("reference", match.reference())
                        .with("verdict", match.verdict())
                        .with("percent", match.tanabePercent()));
            }
        }
        if (!matches.isEmpty() && matches.getFirst().mixture()) {
            unmet.add(Fault.of(CellsCriterion.MIXTURE_SUSPECTED)
                    .with("loci", matches.getFirst().lociWithMoreThanTwo()));
        }
        return unmet;
    }
}
