package org.opencgt.science.dosefinding.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.dosefinding.design.Boin;
import org.opencgt.science.dosefinding.design.CustomTable;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.IntervalDesign;
import org.opencgt.science.dosefinding.design.IntervalDesign.Kind;
import org.opencgt.science.dosefinding.design.ThreePlusThree;
import org.opencgt.science.table.Csv;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The design and its parameters; a mixin. An option that the design does not know is refused, so that none goes unheeded. */
final class DesignOptions {

    /** The name under which commands mix these options in. */
    static final String MIXIN = "design";

    static final double DEFAULT_TARGET = 0.3;

    private static final Set<String> ALWAYS = Set.of("--design", "--target");

    @Spec(Spec.Target.MIXEE)
    CommandSpec command = CommandSpec.create();

    @Option(names = "--design", paramLabel = "NAME", required = true, converter = DesignName.Converter.class)
    DesignName design = DesignName.BOIN;

    @Option(names = "--target", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double target;

    @Option(names = "--p1", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double p1;

    @Option(names = "--p2", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double p2;

    @Option(names = "--e1", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double e1;

    @Option(names = "--e2", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double e2;

    @Option(names = "--cutoff-eli", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double cutoff;

    @Option(names = "--extra-safe")
    boolean extraSafe;

    @Option(names = "--offset", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double offset;

    @Option(names = "--bound-mtd")
    boolean boundMtd;

    @Option(names = "--de-escalation")
    boolean deescalation;

    @Option(names = "--table", paramLabel = "FILE")
    @Nullable
    Path table;

    /** Toxicity that is aimed at; where the design knows none, toxicity above which a dose counts as too high. */
    double target() {
        return Objects.requireNonNullElse(target, DEFAULT_TARGET);
    }

    /**
     * The design.
     *
     * @throws org.opencgt.science.BadInput if its parameters are impossible, or not its own
     */
    Design design() {
        return switch (design) {
            case THREE_PLUS_THREE -> {
                allow("--de-escalation");
                yield new ThreePlusThree(deescalation);
            }
            case MTPI -> interval(Kind.MTPI);
            case MTPI2 -> interval(Kind.MTPI2);
            case KEYBOARD -> interval(Kind.KEYBOARD);
            case BOIN -> boin();
            case CUSTOM -> custom();
        };
    }

    private Boin boin() {
        allow("--p1", "--p2", "--cutoff-eli", "--extra-safe", "--offset", "--bound-mtd");
        double low = Objects.requireNonNullElse(p1, 0.6 * target());
        double high = Objects.requireNonNullElse(p2, 1.4 * target());
        return new Boin(
                target(),
                low,
                high,
                Objects.requireNonNullElse(cutoff, Boin.DEFAULT_CUTOFF),
                extraSafe,
                Objects.requireNonNullElse(offset, Boin.DEFAULT_OFFSET),
                boundMtd);
    }

    private IntervalDesign interval(Kind kind) {
        allow("--e1", "--e2", "--cutoff-eli");
        return new IntervalDesign(
                kind,
                target(),
                Objects.requireNonNullElse(e1, IntervalDesign.DEFAULT_MARGIN),
                Objects.requireNonNullElse(e2, IntervalDesign.DEFAULT_MARGIN),
                Objects.requireNonNullElse(cutoff, IntervalDesign.DEFAULT_CUTOFF));
    }

    private CustomTable custom() {
        allow("--table");
        if (table == null) {
            throw Fault.of(DoseOptionFault.TABLE_NEEDED).asException();
        }
        return CustomTable.read(Csv.read(table), target());
    }

    /** Refuses options of other designs. */
    private void allow(String... known) {
        ParseResult parsed = command.commandLine().getParseResult();
        Set<String> allowed = new HashSet<>(ALWAYS);
        allowed.addAll(List.of(known));
        for (OptionSpec option :
                Objects.requireNonNull(command.mixins().get(MIXIN)).options()) {
            String name = option.longestName();
            if (parsed.hasMatchedOption(name) && !allowed.contains(name)) {
                throw Fault.of(DoseOptionFault.NOT_OF_THIS_DESIGN)
                        .with("option", name)
                        .with("design", design.toString())
                        .asException();
            }
        }
    }
}
