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
import org.opencgt.science.dosefinding.design.Boin12;
import org.opencgt.science.dosefinding.design.Crm;
import org.opencgt.science.dosefinding.design.CustomTable;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.IntervalDesign;
import org.opencgt.science.dosefinding.design.IntervalDesign.Kind;
import org.opencgt.science.dosefinding.design.Skeleton;
import org.opencgt.science.dosefinding.design.Tepi;
import org.opencgt.science.dosefinding.design.ThreePlusThree;
import org.opencgt.science.dosefinding.design.TiteBoin;
import org.opencgt.science.dosefinding.design.ToxicityModel;
import org.opencgt.science.dosefinding.design.Utility;
import org.opencgt.science.table.Csv;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The parameters of designs; a mixin. An option that no design asks for is refused, so that none goes unheeded. */
final class DesignOptions {

    /** The name under which commands mix these options in. */
    static final String MIXIN = "design";

    static final double DEFAULT_TARGET = 0.3;

    private static final String TARGET = "--target";

    @Spec(Spec.Target.MIXEE)
    CommandSpec command = CommandSpec.create();

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

    @Option(names = "--min-efficacy", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double leastEfficacy;

    @Option(names = "--cutoff-futility", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double futilityCutoff;

    @Option(names = "--tox-cuts", paramLabel = "F", split = ",", converter = FractionConverter.class)
    @Nullable
    List<Double> toxicityCuts;

    @Option(names = "--eff-cuts", paramLabel = "F", split = ",", converter = FractionConverter.class)
    @Nullable
    List<Double> efficacyCuts;

    @Option(names = "--actions", paramLabel = "ROWS")
    @Nullable
    String actions;

    @Option(names = "--utility", paramLabel = "U", split = ",")
    @Nullable
    List<Double> utility;

    @Option(names = "--n-safe", paramLabel = "N")
    int safePatients = Boin12.DEFAULT_SAFE_PATIENTS;

    @Option(names = "--n-explore", paramLabel = "N")
    int explorePatients = Boin12.DEFAULT_EXPLORE_PATIENTS;

    @Option(names = "--max-pending", paramLabel = "F", converter = FractionConverter.class)
    double mostPending = TiteBoin.DEFAULT_MOST_PENDING;

    @Option(names = "--min-follow-up", paramLabel = "F", converter = FractionConverter.class)
    double leastFollowUp;

    @Option(names = "--model", paramLabel = "empiric|logistic")
    ToxicityModel model = ToxicityModel.EMPIRIC;

    @Option(names = "--skeleton", paramLabel = "F", split = ",", converter = FractionConverter.class)
    @Nullable
    List<Double> skeleton;

    @Option(names = "--halfwidth", paramLabel = "F", converter = FractionConverter.class)
    double halfwidth = Skeleton.DEFAULT_HALFWIDTH;

    @Option(names = "--prior-mtd", paramLabel = "DOSE")
    @Nullable
    Integer guess;

    @Option(names = "--prior-sd", paramLabel = "X")
    double priorDeviation = Crm.DEFAULT_PRIOR_DEVIATION;

    @Option(names = "--intercept", paramLabel = "X")
    double intercept = Crm.DEFAULT_INTERCEPT;

    @Option(names = "--estimator", paramLabel = "bayes|mle")
    Crm.Estimator estimator = Crm.Estimator.BAYES;

    /** Toxicity that is aimed at; where the design knows none, toxicity above which a dose counts as too high. */
    double target(DesignName name) {
        return Objects.requireNonNullElse(target, name == DesignName.TEPI ? Tepi.PAPER_TARGET : DEFAULT_TARGET);
    }

    /** The same for designs that aim at a target, whatever is usual for each. */
    DesignOptions aiming(double common) {
        target = common;
        return this;
    }

    /**
     * A design.
     *
     * @param doses how many there are
     * @throws org.opencgt.science.BadInput if its parameters are impossible, or not its own
     */
    Design design(DesignName name, int doses) {
        return designs(List.of(name), doses).getFirst();
    }

    /** Some designs. Each takes the options that it knows; one that none of them knows is refused. */
    List<Design> designs(List<DesignName> names, int doses) {
        Set<String> known = new HashSet<>(Set.of(TARGET));
        names.forEach(name -> known.addAll(name.parameters()));
        ParseResult parsed = command.commandLine().getParseResult();
        for (OptionSpec option :
                Objects.requireNonNull(command.mixins().get(MIXIN)).options()) {
            String given = option.longestName();
            if (parsed.hasMatchedOption(given) && !known.contains(given)) {
                throw Fault.of(DoseOptionFault.NOT_OF_THIS_DESIGN)
                        .with("option", given)
                        .with(
                                "design",
                                String.join(
                                        ", ",
                                        names.stream().map(DesignName::toString).toList()))
                        .asException();
            }
        }
        return names.stream().map(name -> made(name, doses)).toList();
    }

    private Design made(DesignName name, int doses) {
        double aim = target(name);
        return switch (name) {
            case THREE_PLUS_THREE -> new ThreePlusThree(deescalation);
            case MTPI -> interval(Kind.MTPI, aim);
            case MTPI2 -> interval(Kind.MTPI2, aim);
            case KEYBOARD -> interval(Kind.KEYBOARD, aim);
            case BOIN -> boin(aim);
            case TITE_BOIN -> new TiteBoin(boin(aim), mostPending, leastFollowUp);
            case CRM -> crm(aim, doses);
            case TEPI -> tepi(aim);
            case BOIN12 -> boin12(aim);
            case CUSTOM -> custom(aim);
        };
    }

    private Crm crm(double aim, int doses) {
        List<Double> guesses = skeleton == null
                ? Skeleton.of(
                        model, intercept, halfwidth, aim, Objects.requireNonNullElse(guess, (doses + 1) / 2), doses)
                : skeleton;
        return new Crm(model, guesses, aim, priorDeviation, intercept, estimator, cutoff);
    }

    private Boin boin(double aim) {
        double low = Objects.requireNonNullElse(p1, 0.6 * aim);
        double high = Objects.requireNonNullElse(p2, 1.4 * aim);
        return new Boin(
                aim,
                low,
                high,
                Objects.requireNonNullElse(cutoff, Boin.DEFAULT_CUTOFF),
                extraSafe,
                Objects.requireNonNullElse(offset, Boin.DEFAULT_OFFSET),
                boundMtd);
    }

    private IntervalDesign interval(Kind kind, double aim) {
        return new IntervalDesign(
                kind,
                aim,
                Objects.requireNonNullElse(e1, IntervalDesign.DEFAULT_MARGIN),
                Objects.requireNonNullElse(e2, IntervalDesign.DEFAULT_MARGIN),
                Objects.requireNonNullElse(cutoff, IntervalDesign.DEFAULT_CUTOFF));
    }

    private Tepi tepi(double aim) {
        double qE = Objects.requireNonNullElse(leastEfficacy, Tepi.PAPER_LEAST_EFFICACY);
        Tepi usual = Tepi.withDefaults(aim, qE);
        return usual.withIntervals(
                        Objects.requireNonNullElse(toxicityCuts, usual.toxicityCuts()),
                        Objects.requireNonNullElse(efficacyCuts, usual.efficacyCuts()),
                        actions == null ? usual.actions() : Tepi.actions(actions))
                .withCutoffs(
                        Objects.requireNonNullElse(cutoff, Tepi.DEFAULT_TOXICITY_CUTOFF),
                        Objects.requireNonNullElse(futilityCutoff, Tepi.DEFAULT_FUTILITY_CUTOFF))
                .withUtility(utility());
    }

    private Boin12 boin12(double aim) {
        return new Boin12(
                boin(aim),
                Objects.requireNonNullElse(leastEfficacy, Boin12.DEFAULT_LEAST_EFFICACY),
                Objects.requireNonNullElse(futilityCutoff, Boin12.DEFAULT_FUTILITY_CUTOFF),
                utility(),
                safePatients,
                explorePatients);
    }

    private Utility utility() {
        if (utility == null) {
            return Utility.usual();
        }
        if (utility.size() != 4) {
            throw Fault.of(DoseOptionFault.FOUR_UTILITIES).asException();
        }
        return new Utility(utility.get(0), utility.get(1), utility.get(2), utility.get(3));
    }

    private CustomTable custom(double aim) {
        if (table == null) {
            throw Fault.of(DoseOptionFault.TABLE_NEEDED).asException();
        }
        return CustomTable.read(Csv.read(table), aim);
    }
}
