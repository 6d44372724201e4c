package org.opencgt.science.cells.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.cells.ParticlePurity;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Given;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.table.NumberColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cells particles}. */
@Command(name = "particles")
final class ParticlesCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE")
    @Nullable
    Path input;

    @Option(names = "--sample", paramLabel = "NAME|COLUMN")
    @Nullable
    String sample;

    @Option(names = "--particles", paramLabel = "N|COLUMN")
    @Nullable
    String particles;

    @Option(names = "--protein", paramLabel = "UG|COLUMN")
    @Nullable
    String protein;

    @Option(names = "--intact", paramLabel = "N|COLUMN")
    @Nullable
    String intact;

    @Option(names = "--least-ratio", paramLabel = "N")
    double leastRatio;

    @Option(names = "--least-intact", paramLabel = "PERCENT")
    double leastIntact;

    @Override
    protected Finding find(Surroundings surroundings) {
        Given given = Given.in(input);
        List<String> names = given.names("--sample", sample);
        NumberColumn counted = given.requiredNumbers("--particles", particles);
        NumberColumn micrograms = given.requiredNumbers("--protein", protein);
        NumberColumn whole = given.numbers("--intact", intact);
        List<ParticlePurity> rows = new ArrayList<>();
        List<Fault> unmet = new ArrayList<>();
        for (int i = 0; i < given.rows(); i++) {
            ParticlePurity purity = given.in(
                    i,
                    row -> ParticlePurity.of(
                            names.get(row),
                            counted.get(row),
                            micrograms.get(row),
                            whole.get(row),
                            leastRatio,
                            leastIntact));
            rows.add(purity);
            if (!purity.within()) {
                unmet.add(Fault.of(CellsCriterion.PARTICLES_NOT_PURE)
                        .with("sample", purity.sample())
                        .with("ratio", purity.particlesPerUg())
                        .with("intact", purity.percentIntact()));
            }
        }
        return Finding.of(ParticlePurity.class, rows).unmet(unmet);
    }
}
