package org.opencgt.science.cells.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.cells.BloodGroupMatch;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Given;
import org.opencgt.science.command.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cells blood-group}. */
@Command(name = "blood-group")
final class BloodGroupCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE")
    @Nullable
    Path input;

    @Option(names = "--pair", paramLabel = "NAME|COLUMN")
    @Nullable
    String pair;

    @Option(names = "--recipient", paramLabel = "GROUP|COLUMN", required = true)
    String recipient = "recipient";

    @Option(names = "--donor", paramLabel = "GROUP|COLUMN", required = true)
    String donor = "donor";

    @Option(names = "--part", paramLabel = "PART")
    Part part = Part.CELLS;

    /** What of the donor is given. */
    enum Part {
        CELLS,
        PLASMA,
        BOTH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    protected Finding find(Surroundings surroundings) {
        Given given = Given.in(input);
        List<String> pairs = given.names("--pair", pair);
        List<String> to = given.names("--recipient", recipient);
        List<String> from = given.names("--donor", donor);
        List<BloodGroupMatch> matches = new ArrayList<>();
        List<Fault> unmet = new ArrayList<>();
        for (int i = 0; i < given.rows(); i++) {
            BloodGroupMatch match = given.in(i, row -> BloodGroupMatch.of(pairs.get(row), to.get(row), from.get(row)));
            matches.add(match);
            boolean cells =
                    part == Part.PLASMA || (match.redCellsCompatible() && !Boolean.FALSE.equals(match.rhCompatible()));
            boolean plasma = part == Part.CELLS || match.plasmaCompatible();
            if (!cells || !plasma) {
                unmet.add(Fault.of(CellsCriterion.BLOOD_GROUPS_DIFFER)
                        .with("pair", match.pair())
                        .with("recipient", match.recipient())
                        .with("donor", match.donor()));
            }
        }
        return Finding.of(BloodGroupMatch.class, matches).unmet(unmet);
    }
}
