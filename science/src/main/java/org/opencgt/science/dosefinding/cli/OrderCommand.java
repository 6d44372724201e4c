package org.opencgt.science.dosefinding.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Given;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.administration.DoseBasis;
import org.opencgt.science.dosefinding.administration.OrderedDose;
import org.opencgt.science.table.NumberColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dose order}. */
@Command(name = "order")
final class OrderCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE")
    @Nullable
    Path input;

    @Option(names = "--subject", paramLabel = "NAME|COLUMN")
    @Nullable
    String subject;

    @Option(names = "--dose", paramLabel = "N|COLUMN")
    @Nullable
    String dose;

    @Option(names = "--per", paramLabel = "kg|m2|total")
    DoseBasis basis = DoseBasis.KG;

    @Option(names = "--weight", paramLabel = "KG|COLUMN")
    @Nullable
    String weight;

    @Option(names = "--height", paramLabel = "CM|COLUMN")
    @Nullable
    String height;

    @Option(names = "--bsa", paramLabel = "M2|COLUMN")
    @Nullable
    String surface;

    @Option(names = "--cap", paramLabel = "KG|M2")
    @Nullable
    Double cap;

    @Option(names = "--max-cells", paramLabel = "N")
    @Nullable
    Double most;

    @Option(names = "--fractions", paramLabel = "F", split = ",", converter = FractionConverter.class)
    List<Double> fractions = List.of(1.0);

    @Override
    protected Finding find(Surroundings surroundings) {
        Given given = Given.in(input);
        List<String> subjects = given.names("--subject", subject);
        NumberColumn doses = given.requiredNumbers("--dose", dose);
        NumberColumn weights =
                basis == DoseBasis.KG ? given.requiredNumbers("--weight", weight) : given.numbers("--weight", weight);
        NumberColumn heights = given.numbers("--height", height);
        NumberColumn surfaces = given.numbers("--bsa", surface);
        List<Ordered> rows = new ArrayList<>();
        for (int row = 0; row < given.rows(); row++) {
            String name = subjects.get(row);
            rows.add(given.in(row, at -> {
                OrderedDose ordered = new OrderedDose(
                        doses.get(at),
                        basis.size(weights.get(at), heights.get(at), surfaces.get(at)),
                        Objects.requireNonNullElse(cap, Double.POSITIVE_INFINITY),
                        Objects.requireNonNullElse(most, Double.POSITIVE_INFINITY),
                        fractions);
                double weightKg = weights.isMissing(at) ? Double.NaN : DoseBasis.KG.size(weights.get(at), 0, 0);
                return Ordered.of(name, basis, ordered, weightKg);
            }));
        }
        return input == null ? Finding.of(rows.getFirst()) : Finding.of(Ordered.class, rows);
    }
}
