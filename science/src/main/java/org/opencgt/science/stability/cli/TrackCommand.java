package org.opencgt.science.stability.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.stability.ShelfLifeLook;
import org.opencgt.science.stability.report.TrackReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stability track}. */
@Command(name = "track")
final class TrackCommand extends Analysis {

    @Mixin
    ResultOptions results = new ResultOptions();

    @Option(names = "--claim", paramLabel = "T")
    @Nullable
    Double claim;

    @Override
    protected Finding find(Surroundings surroundings) {
        List<ShelfLifeLook> looks =
                ShelfLifeLook.along(results.read().data(), results.plan(), claim == null ? Double.NaN : claim);
        return Finding.of(ShelfLifeLook.class, looks).unmet(unmet(looks)).reported(new TrackReport(looks, claim));
    }

    /** The last look decides. */
    private List<Fault> unmet(List<ShelfLifeLook> looks) {
        ShelfLifeLook last = looks.reversed().stream()
                .filter(look -> look.model() != null)
                .findFirst()
                .orElseThrow();
        return claim == null || Boolean.TRUE.equals(last.claimBorne())
                ? List.of()
                : List.of(Fault.of(StabilityCriterion.CLAIM_NOT_BORNE)
                        .with("claim", claim)
                        .with("shelfLife", last.shelfLife())
                        .with("batch", last.worstBatch()));
    }
}
