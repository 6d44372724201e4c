package org.opencgt.subject;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.DoseOutcomes;
import org.opencgt.science.dosefinding.Selection;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.Waiting;

/**
 * What the design of a dose escalation says of its patients so far. A pure function of the state, by the decision tables and the
 * isotonic regression of the numeric library: nobody states the result.
 *
 * <p>Patients of the escalation and of backfill cohorts count, at their dose; with 3+3, which knows cohorts of three alone, those of
 * the escalation. While outcomes are open the design answers only if its answer is the same however they turn out; else it waits.
 */
public final class EscalationRules {

    /** Digits of probabilities in the state. */
    private static final int DECIMALS = 4;

    /** More ways in which open responses can turn out than this are not looked through. */
    private static final int MOST_WAYS = 1_000;

    private final DoseEscalation escalation;
    private final Design design;
    private final int current;
    private final List<Count> counts;
    private final @Nullable Advice advice;
    private final @Nullable Selection selection;
    private final @Nullable Fault obstacle;

    /**
     * What is known at one level.
     *
     * @param evaluable patients whose toxicity is known
     * @param openResponses those of them whose response is not
     */
    private record Count(int evaluable, int dlts, int responses, int openResponses, int pending) {}

    private EscalationRules(DoseEscalation escalation) {
        this.escalation = escalation;
        this.design = escalation.plan().design().design();
        Optional<DoseEscalation.Cohort> last = escalation.lastCohort();
        this.current = last.map(DoseEscalation.Cohort::level)
                .orElseGet(() -> escalation.startingDose() == null
                        ? 1
                        : escalation.startingDose().level());
        this.counts = IntStream.rangeClosed(1, escalation.plan().levels().size())
                .mapToObj(this::count)
                .toList();
        Advice said = null;
        Fault why = null;
        if (last.isPresent()) {
            try {
                said = advise();
            } catch (BadInput e) {
                why = e.fault();
            }
        }
        Selection chosen = null;
        if (counts.stream().anyMatch(c -> c.evaluable > 0)) {
            try {
                chosen = select();
            } catch (BadInput e) {
                why = e.fault();
            }
        }
        this.advice = said;
        this.selection = chosen;
        this.obstacle = why;
    }

    public static EscalationRules of(DoseEscalation escalation) {
        return new EscalationRules(escalation);
    }

    /** What the design says; empty before the first cohort and where it says nothing of these counts. */
    public Optional<Advice> advice() {
        return Optional.ofNullable(advice);
    }

    /** Why it says nothing. */
    public Optional<Fault> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    public Design design() {
        return design;
    }

    DoseEscalation.Standing standing() {
        List<DoseEscalation.AtLevel> levels = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            Count count = counts.get(i);
            levels.add(new DoseEscalation.AtLevel(
                    i + 1,
                    count.evaluable,
                    count.dlts,
                    design.usesResponses() ? (Integer) count.responses : null,
                    count.pending,
                    selection != null && selection.eliminated().get(i),
                    selection == null ? null : rounded(selection.estimates().get(i)),
                    selection == null ? null : rounded(selection.lower().get(i)),
                    selection == null ? null : rounded(selection.upper().get(i))));
        }
        return new DoseEscalation.Standing(
                current,
                advice == null ? null : advice.decision(),
                advice == null ? null : advice.nextDose(),
                advice == null ? null : advice.tableDecision(),
                obstacle == null ? null : obstacle.reason(),
                ceiling(levels),
                halted(),
                selection == null ? null : selection.mtd(),
                (int) escalation.patients().stream()
                        .filter(p -> p.purpose() != DoseEscalation.Purpose.EXPANSION && p.holdsPlace())
                        .count(),
                levels);
    }

    private Count count(int level) {
        List<DoseEscalation.Patient> here = escalation.patients().stream()
                .filter(p -> p.level() == level && counts(p.purpose()))
                .toList();
        List<DoseEscalation.Patient> known = here.stream()
                .filter(p -> p.status() == DoseEscalation.PatientStatus.DLT
                        || p.status() == DoseEscalation.PatientStatus.NO_DLT)
                .toList();
        return new Count(
                known.size(),
                (int) known.stream()
                        .filter(p -> p.status() == DoseEscalation.PatientStatus.DLT)
                        .count(),
                (int) known.stream()
                        .filter(p -> Boolean.TRUE.equals(p.responded()))
                        .count(),
                (int) known.stream().filter(p -> p.responded() == null).count(),
                (int) here.stream()
                        .filter(p -> p.status() == DoseEscalation.PatientStatus.IN_WINDOW)
                        .count());
    }

    private boolean counts(DoseEscalation.Purpose purpose) {
        return switch (purpose) {
            case ESCALATION -> true;
            case BACKFILL -> escalation.plan().design().name() != DesignSettings.Name.THREE_PLUS_THREE;
            case EXPANSION -> false;
        };
    }

    /** The same answer in all ways in which open outcomes can turn out, or to wait. */
    private Advice advise() {
        int[] pending = counts.stream().mapToInt(Count::pending).toArray();
        Map<String, Advice> answers = new LinkedHashMap<>();
        for (List<Integer> responding : responding()) {
            Advice answer = Waiting.decide(design, new TrialState(outcomes(responding), current, null), pending);
            answers.putIfAbsent(answer.decision() + " " + answer.nextDose(), answer);
        }
        return answers.values().stream()
                .filter(a -> a.decision() == Decision.WAIT)
                .findFirst()
                .orElseGet(() -> answers.size() == 1
                        ? answers.values().iterator().next()
                        : Waiting.untilKnown(
                                current,
                                counts.stream().mapToInt(Count::openResponses).sum(),
                                answers.values()));
    }

    /** How many of the patients with an open response respond, at each level: all ways. */
    private List<List<Integer>> responding() {
        List<List<Integer>> ways = new ArrayList<>();
        ways.add(List.of());
        for (Count count : counts) {
            int most = design.usesResponses() ? count.openResponses : 0;
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> way : ways) {
                for (int more = 0; more <= most; more++) {
                    longer.add(Lists.plus(way, more));
                }
            }
            ways = longer;
            if (ways.size() > MOST_WAYS) {
                return List.of(counts.stream().map(c -> 0).toList(), all());
            }
        }
        return ways;
    }

    private List<Integer> all() {
        return counts.stream().map(Count::openResponses).toList();
    }

    private List<DoseOutcomes> outcomes(List<Integer> responding) {
        return IntStream.range(0, counts.size())
                .mapToObj(i -> new DoseOutcomes(
                        counts.get(i).evaluable + counts.get(i).pending,
                        counts.get(i).dlts,
                        design.usesResponses() ? (Integer) (counts.get(i).responses + responding.get(i)) : null))
                .toList();
    }

    /** More toxicities never lead to a bolder decision: what the design says in the best case tells of all others. */
    private boolean halted() {
        Optional<DoseEscalation.Cohort> last = escalation.lastCohort();
        if (last.isEmpty()) {
            return false;
        }
        int untreated = last.get().remaining()
                + (int) escalation.patients().stream()
                        .filter(p -> p.cohort() == last.get().number()
                                && p.status() == DoseEscalation.PatientStatus.ASSIGNED)
                        .count();
        List<DoseOutcomes> best = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            Count c = counts.get(i);
            int more = c.pending + (i + 1 == current ? untreated : 0);
            best.add(new DoseOutcomes(
                    c.evaluable + more,
                    c.dlts,
                    design.usesResponses() ? (Integer) (c.responses + c.openResponses + more) : null));
        }
        try {
            return isDown(design.decide(new TrialState(best, current, null)).decision());
        } catch (BadInput e) {
            return advice != null && isDown(advice.decision()); // no row for a full cohort: the counts as they are
        }
    }

    private static boolean isDown(Decision decision) {
        return switch (decision) {
            case DEESCALATE, ELIMINATE, ELIMINATE_TOXIC, ELIMINATE_FUTILE, STOP -> true;
            case ESCALATE, ESCALATE_FUTILE, STAY, WAIT -> false;
        };
    }

    /** From the known outcomes alone; an open response counts as one, so that no dose is given up before it has to be. */
    private Selection select() {
        return design.select(counts.stream()
                .map(c -> new DoseOutcomes(
                        c.evaluable, c.dlts, design.usesResponses() ? (Integer) (c.responses + c.openResponses) : null))
                .toList());
    }

    private int ceiling(List<DoseEscalation.AtLevel> levels) {
        Optional<Integer> tried = escalation.cohorts().stream()
                .filter(c -> c.purpose() == DoseEscalation.Purpose.ESCALATION)
                .map(DoseEscalation.Cohort::level)
                .max(Integer::compare);
        if (tried.isEmpty()) {
            return escalation.startingDose() == null ? 0 : current;
        }
        int admissible = levels.size();
        while (admissible > 0 && levels.get(admissible - 1).eliminated()) {
            admissible--;
        }
        int most = Math.min(admissible, Math.min(tried.get() + 1, levels.size()));
        if (advice == null || obstacle != null) {
            return Math.min(most, current);
        }
        return switch (advice.decision()) {
            case STOP -> 0;
            case ESCALATE, ESCALATE_FUTILE, STAY -> most;
            case DEESCALATE, ELIMINATE, ELIMINATE_TOXIC, ELIMINATE_FUTILE, WAIT -> Math.min(most, current);
        };
    }

    private static @Nullable BigDecimal rounded(double value) {
        return Double.isNaN(value) ? null : BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
