package org.opencgt.science.kinetics.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.kinetics.SamplingSchedule;
import org.opencgt.science.kinetics.SamplingSchedule.Coverage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ck schedule}. */
@Command(name = "schedule")
final class ScheduleCommand extends Analysis {

    @Option(names = "--times", paramLabel = "TIME", split = ",", required = true)
    List<Double> times = List.of();

    @Option(names = "--nadir", paramLabel = "TIME")
    @Nullable
    Double nadir;

    @Option(names = "--peak", paramLabel = "TIME")
    @Nullable
    Double peak;

    @Option(names = "--knot", paramLabel = "TIME")
    @Nullable
    Double knot;

    @Option(names = "--end", paramLabel = "TIME")
    @Nullable
    Double end;

    @Option(names = "--per-phase", paramLabel = "N")
    int perPhase = 2;

    @Option(names = "--early", paramLabel = "N")
    int early = 3;

    @Mixin
    UnitOptions unitOptions = new UnitOptions();

    @Override
    protected Finding find(Surroundings surroundings) {
        SamplingSchedule usual = SamplingSchedule.withDefaults(unitOptions.units());
        SamplingSchedule expected = new SamplingSchedule(
                nadir == null ? usual.nadir() : nadir,
                peak == null ? usual.peak() : peak,
                knot == null ? usual.knot() : knot,
                end == null ? usual.end() : end,
                perPhase,
                early,
                unitOptions.units());
        List<Coverage> parts =
                expected.cover(times.stream().mapToDouble(time -> time).toArray());
        List<Fault> unmet = parts.stream()
                .filter(part -> !part.gaps().isEmpty())
                .map(part -> Fault.of(KineticsCriterion.SCHEDULE_GAP)
                        .with("part", part.part())
                        .with("samples", part.samples())
                        .with("needed", part.needed()))
                .toList();
        return Finding.of(Coverage.class, parts).unmet(unmet);
    }
}
