package org.opencgt.science.cells.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.cells.ResidualExposure;
import org.opencgt.science.cells.ResidualExposure.Basis;
import org.opencgt.science.cells.ResidualExposure.Limit;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Given;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.table.NumberColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cells residual}. */
@Command(name = "residual")
final class ResidualCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE")
    @Nullable
    Path input;

    @Option(names = "--residual", paramLabel = "NAME|COLUMN")
    @Nullable
    String residual;

    @Option(names = "--preset", paramLabel = "NAME")
    @Nullable
    Preset preset;

    @Option(names = "--residual-concentration", paramLabel = "N|COLUMN")
    @Nullable
    String concentration;

    @Option(names = "--volume", paramLabel = "ML|COLUMN")
    @Nullable
    String volume;

    @Option(names = "--weight", paramLabel = "KG|COLUMN")
    @Nullable
    String weight;

    @Option(names = "--infusion-hours", paramLabel = "H|COLUMN")
    @Nullable
    String hours;

    @Option(names = "--residual-limit", paramLabel = "N|COLUMN")
    @Nullable
    String limit;

    @Option(names = "--basis", paramLabel = "BASIS")
    Basis basis = Basis.PER_DOSE;

    @Option(names = "--safety-factor", paramLabel = "N")
    double safetyFactor = 1;

    /** Limits that everyone uses. */
    enum Preset {
        DMSO(Limit.DMSO),
        ENDOTOXIN(Limit.ENDOTOXIN),
        ENDOTOXIN_INTRATHECAL(Limit.ENDOTOXIN_INTRATHECAL);

        private final Limit limit;

        Preset(Limit limit) {
            this.limit = limit;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    protected Finding find(Surroundings surroundings) {
        Given given = Given.in(input);
        Preset usual = preset;
        List<String> names = given.names("--residual", residual);
        NumberColumn amounts = given.requiredNumbers("--residual-concentration", concentration);
        NumberColumn volumes = given.requiredNumbers("--volume", volume);
        NumberColumn kg = given.numbers("--weight", weight);
        NumberColumn lasting = given.numbers("--infusion-hours", hours);
        NumberColumn limits = usual == null
                ? given.requiredNumbers("--residual-limit", limit)
                : given.numbers("--residual-limit", limit);
        List<ResidualExposure> exposures = new ArrayList<>();
        List<Fault> unmet = new ArrayList<>();
        for (int i = 0; i < given.rows(); i++) {
            ResidualExposure exposure = given.in(
                    i,
                    row -> ResidualExposure.of(
                            usual == null
                                    ? new Limit(names.get(row), limits.get(row), basis, safetyFactor)
                                    : new Limit(
                                            residual == null && input == null ? usual.limit.residual() : names.get(row),
                                            limits.isMissing(row) ? usual.limit.limit() : limits.get(row),
                                            usual.limit.basis(),
                                            safetyFactor),
                            amounts.get(row),
                            volumes.get(row),
                            kg.get(row),
                            lasting.get(row)));
            exposures.add(exposure);
            if (!exposure.within()) {
                unmet.add(Fault.of(CellsCriterion.RESIDUAL_OVER_LIMIT)
                        .with("residual", exposure.residual())
                        .with("exposure", exposure.exposure())
                        .with("allowed", exposure.allowed()));
            }
        }
        return Finding.of(ResidualExposure.class, exposures).unmet(unmet);
    }
}
