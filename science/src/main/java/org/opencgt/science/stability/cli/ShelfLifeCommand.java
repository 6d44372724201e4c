package org.opencgt.science.stability.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.stability.Extrapolation;
import org.opencgt.science.stability.ShelfLife;
import org.opencgt.science.stability.ShelfLifePlan;
import org.opencgt.science.stability.ShelfLifeRow;
import org.opencgt.science.stability.report.ShelfLifeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stability shelf-life}. */
@Command(name = "shelf-life")
final class ShelfLifeCommand extends Analysis {

    @Mixin
    ResultOptions results = new ResultOptions();

    @Option(names = "--storage", paramLabel = "WHERE")
    Extrapolation.@Nullable Storage storage;

    @Option(names = "--accelerated", paramLabel = "SEEN")
    Extrapolation.Change accelerated = Extrapolation.Change.NONE;

    @Option(names = "--intermediate", paramLabel = "SEEN")
    Extrapolation.Change intermediate = Extrapolation.Change.NONE;

    @Option(names = "--extrapolation-basis", paramLabel = "BASIS")
    Extrapolation.Basis extrapolationBasis = Extrapolation.Basis.ANALYSED;

    @Option(names = "--time-unit", paramLabel = "UNIT")
    Extrapolation.TimeUnit unit = Extrapolation.TimeUnit.MONTHS;

    @Option(names = "--at", paramLabel = "T", split = ",")
    List<Double> at = List.of();

    @Option(names = "--claim", paramLabel = "T")
    @Nullable
    Double claim;

    @Override
    protected Finding find(Surroundings surroundings) {
        ShelfLifePlan plan = results.plan();
        ResultOptions.Read read = results.read();
        ShelfLife found = ShelfLife.of(
                read.data(), plan, at.stream().mapToDouble(Double::doubleValue).toArray());
        if (storage != null) {
            found = found.within(Extrapolation.of(
                    storage,
                    accelerated,
                    intermediate,
                    extrapolationBasis,
                    read.data().commonTime(),
                    unit));
        }
        List<ShelfLife.Supportive> supportive = new ArrayList<>();
        read.others()
                .forEach((condition, data) ->
                        supportive.add(ShelfLife.of(data, plan).asSupportive(condition, data.lastTime())));
        found = found.supportedBy(supportive);
        return Finding.of(found, ShelfLifeRow.class, found.rows())
                .unmet(unmet(found))
                .reported(new ShelfLifeReport(read.data(), plan, found));
    }

    private List<Fault> unmet(ShelfLife found) {
        if (claim == null) {
            return List.of();
        }
        double borne = found.proposedShelfLife() == null ? found.shelfLife() : found.proposedShelfLife();
        return claim <= borne
                ? List.of()
                : List.of(Fault.of(StabilityCriterion.CLAIM_NOT_BORNE)
                        .with("claim", claim)
                        .with("shelfLife", borne)
                        .with("batch", found.worstBatch()));
    }
}
