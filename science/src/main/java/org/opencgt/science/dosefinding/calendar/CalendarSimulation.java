package org.opencgt.science.dosefinding.calendar;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.Progress;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.Limits;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.Rules;
import org.opencgt.science.dosefinding.design.TableDesign;
import org.opencgt.science.dosefinding.design.ThreePlusThree;
import org.opencgt.science.dosefinding.design.TiteBoin;
import org.opencgt.science.dosefinding.trial.OperatingCharacteristics;
import org.opencgt.science.dosefinding.trial.OperatingCharacteristics.CalendarFigures;
import org.opencgt.science.dosefinding.trial.Sums;
import org.opencgt.science.dosefinding.trial.TrialPlan;
import org.opencgt.science.random.Replicates;

/**
 * Simulates trials patient by patient in time: when they come, whether their product can be made, when they are infused and when their
 * outcomes are known. The seed fixes the results, whatever the number of threads.
 */
public final class CalendarSimulation {

    private static final int BLOCK = 64;
    private static final int MOST_TRIALS = 10_000_000;

    private final Design design;
    private final TrialPlan plan;
    private final Calendar calendar;

    private CalendarSimulation(Design design, TrialPlan plan, Calendar calendar) {
        this.design = design;
        this.plan = plan;
        this.calendar = calendar;
    }

    /**
     * A simulation.
     *
     * @throws org.opencgt.science.BadInput if the design cannot be carried out like this
     */
    public static CalendarSimulation of(Design design, TrialPlan plan, Calendar calendar) {
        if (plan.beginsWithTitration()) {
            throw Fault.of(DoseFindingFault.NO_TITRATION_IN_TIME).asException();
        }
        if (calendar.conduct() == Conduct.TITE && !(design instanceof TiteBoin)) {
            throw unfit(DoseFindingFault.NOT_TIME_TO_EVENT, design);
        }
        if (calendar.backfill() != null && table(design) == null) {
            throw unfit(DoseFindingFault.NO_BACKFILL, design);
        }
        if (design instanceof ThreePlusThree && calendar.manufacturing().belowDose() > 0) {
            throw unfit(DoseFindingFault.NO_OTHER_DOSES, design);
        }
        return new CalendarSimulation(design, plan, calendar);
    }

    /**
     * Simulates.
     *
     * @param truth with efficacy if the design looks at response, or backfilling waits for one
     * @param target toxicity above which a dose counts as too high
     * @throws InterruptedException if this thread is interrupted
     */
    public OperatingCharacteristics run(
            Truth truth, double target, int trials, Replicates replicates, Progress progress)
            throws InterruptedException {
        Limits.whole(DoseFindingQuantity.TRIALS, trials, 1, MOST_TRIALS);
        plan.checkFor(truth.doses());
        Backfill backfill = calendar.backfill();
        boolean responses = design.usesResponses() || (backfill != null && backfill.afterResponse());
        if (responses && truth.efficacy() == null) {
            throw Fault.of(DoseFindingFault.TRUE_EFFICACY_NEEDED).asException();
        }
        int most = CalendarTrial.mostPatients(plan, calendar);
        Rules rules = design.rules(truth.doses(), most);
        TableDesign table = table(design);
        BackfillRules backfilling =
                backfill == null || table == null ? null : new BackfillRules(table, backfill, most * truth.doses());
        ToxicityTimes times = new ToxicityTimes(truth.toxicity(), calendar.window(), calendar.lateFraction());
        Sums empty = Sums.of(design, plan.maximumPatients(), truth, target);
        List<Block> blocks = replicates.blocks(
                trials,
                BLOCK,
                (from, to, random) -> {
                    Block block = new Block(empty.fresh(), to - from);
                    CalendarTrial trial =
                            new CalendarTrial(design, rules.copy(), backfilling, plan, calendar, truth, times, random);
                    for (int i = 0; i < to - from && !Thread.currentThread().isInterrupted(); i++) {
                        block.add(trial, i);
                    }
                    return block;
                },
                progress);
        Sums all = empty.fresh();
        blocks.forEach(block -> all.add(block.sums));
        return all.simulated(design.name(), truth, trials, replicates.seed()).with(figures(blocks, trials));
    }

    private static CalendarFigures figures(List<Block> blocks, int trials) {
        double[] days = blocks.stream()
                .flatMapToDouble(block -> Arrays.stream(block.days))
                .sorted()
                .toArray();
        double mean = Arrays.stream(days).sum() / trials;
        double squares = Arrays.stream(days).map(d -> (d - mean) * (d - mean)).sum();
        int doses = blocks.getFirst().backfilled.length;
        Double[] backfilled = new Double[doses];
        Arrays.setAll(
                backfilled,
                dose -> blocks.stream()
                                .mapToDouble(block -> block.backfilled[dose])
                                .sum()
                        / trials);
        return new CalendarFigures(
                mean,
                Math.sqrt(squares / Math.max(1, trials - 1)),
                quantile(days, 0.1),
                quantile(days, 0.5),
                quantile(days, 0.9),
                blocks.stream().mapToDouble(block -> block.assigned).sum() / trials,
                blocks.stream().mapToDouble(block -> block.notMade).sum() / trials,
                blocks.stream().mapToDouble(block -> block.belowAssigned).sum() / trials,
                List.of(backfilled),
                blocks.stream().mapToDouble(block -> block.turnedAway).sum() / trials);
    }

    /** By linear interpolation between order statistics, R's type 7. */
    private static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (position - below) * (above - sorted[below]);
    }

    private static @Nullable TableDesign table(Design design) {
        return switch (design) {
            case TableDesign table -> table;
            case TiteBoin timeToEvent -> timeToEvent.boin();
            default -> null;
        };
    }

    private static RuntimeException unfit(DoseFindingFault fault, Design design) {
        return Fault.of(fault).with("design", design.name()).asException();
    }

    /** The sums of some trials. */
    private static final class Block {

        private final Sums sums;
        private final double[] days;
        private final double[] backfilled;
        private double assigned;
        private double notMade;
        private double belowAssigned;
        private double turnedAway;

        Block(Sums sums, int trials) {
            this.sums = sums;
            days = new double[trials];
            backfilled = new double[sums.doses()];
        }

        void add(CalendarTrial trial, int index) {
            int selected = trial.run();
            sums.add(1, trial.patients(), trial.dlts(), trial.responses(), selected);
            days[index] = trial.days();
            assigned += trial.assigned();
            notMade += trial.notMade();
            belowAssigned += trial.belowAssigned();
            turnedAway += trial.turnedAway();
            for (int dose = 0; dose < backfilled.length; dose++) {
                backfilled[dose] += trial.backfilled()[dose];
            }
        }
    }
}
