package org.opencgt.science.dosefinding.calendar;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.Rules;
import org.opencgt.science.dosefinding.design.TiteBoin;
import org.opencgt.science.dosefinding.trial.TrialPlan;
import org.opencgt.science.random.Xoshiro256;

/**
 * One trial after another in time, on one thread. Patients come one by one. Each takes a place of the cohort if there is one; if the
 * cohort is full and its outcomes allow a decision, he is the first of the next cohort; otherwise he is backfilled or turned away.
 * Doses are numbered from 0.
 */
final class CalendarTrial {

    /** Instead of a dose: no decision yet. */
    private static final int UNDECIDED = -4;

    private final Design design;
    private final Rules rules;
    private final @Nullable BackfillRules backfilling;
    private final TrialPlan plan;
    private final Calendar calendar;
    private final @Nullable List<Double> efficacy;
    private final ToxicityTimes times;
    private final Xoshiro256 random;
    private final int most;

    /** Outcomes known at the time of looking. */
    private final int[] patients;

    private final int[] dlts;
    private final int[] responses;
    /** Patients who were or will be infused at each dose. */
    private final int[] planned;

    private final int[] backfilled;
    /** By patient, in order of assignment. */
    private int count;

    private int[] doses = new int[64];
    private double[] infusions = new double[64];
    private double[] toxicityTimes = new double[64];
    private boolean[] responding = new boolean[64];

    private int dose;
    /** Patients of this cohort by number. */
    private final int[] cohort;

    private int filled;
    private int size;
    private int total;
    private double lastInfusion;
    /** When places come back whose product could not be given as assigned. */
    private final double[] returns;

    private int returning;
    private int assigned;
    private int notMade;
    private int belowAssigned;
    private int turnedAway;
    private double days;

    CalendarTrial(
            Design design,
            Rules rules,
            @Nullable BackfillRules backfilling,
            TrialPlan plan,
            Calendar calendar,
            Truth truth,
            ToxicityTimes times,
            Xoshiro256 random) {
        this.design = design;
        this.rules = rules;
        this.backfilling = backfilling;
        this.plan = plan;
        this.calendar = calendar;
        this.efficacy = truth.efficacy();
        this.times = times;
        this.random = random;
        most = mostPatients(plan, calendar);
        patients = new int[truth.doses()];
        dlts = new int[truth.doses()];
        responses = new int[truth.doses()];
        planned = new int[truth.doses()];
        backfilled = new int[truth.doses()];
        cohort = new int[plan.cohortSize()];
        returns = new double[plan.cohortSize()];
    }

    /** The most patients that one dose can get; products beyond are not given. */
    static int mostPatients(TrialPlan plan, Calendar calendar) {
        boolean others = calendar.manufacturing().belowDose() > 0;
        Backfill backfill = calendar.backfill();
        return plan.maximumPatients() * (others ? 2 : 1) + (backfill == null ? 0 : backfill.most());
    }

    /** One trial; returns the dose selected or {@link Rules#NONE}, and leaves the rest to be asked for. */
    int run() {
        begin();
        double now = 0;
        while (true) {
            releasePlaces(now);
            if (filled == size) {
                int next = decide(now);
                if (next == UNDECIDED) {
                    extra(now);
                } else if (next < 0 || (next == dose && patients[dose] >= plan.earlyStop())) {
                    return end(next == Rules.ABANDON);
                } else {
                    open(next);
                }
            }
            if (filled + returning < size) {
                assign(now);
            } else if (filled < size) {
                extra(now);
            }
            if (filled == size && total + size == plan.maximumPatients()) {
                return end(false);
            }
            now += -StrictMath.log1p(-random.nextDouble()) * Calendar.DAYS_PER_MONTH / calendar.patientsPerMonth();
        }
    }

    int[] patients() {
        return patients;
    }

    int[] dlts() {
        return dlts;
    }

    int[] responses() {
        return responses;
    }

    int[] backfilled() {
        return backfilled;
    }

    double days() {
        return days;
    }

    int assigned() {
        return assigned;
    }

    int notMade() {
        return notMade;
    }

    int belowAssigned() {
        return belowAssigned;
    }

    int turnedAway() {
        return turnedAway;
    }

    private void begin() {
        count = 0;
        Arrays.fill(planned, 0);
        Arrays.fill(backfilled, 0);
        total = 0;
        size = 0;
        filled = 0;
        returning = 0;
        assigned = 0;
        notMade = 0;
        belowAssigned = 0;
        turnedAway = 0;
        open(plan.startDose() - 1);
    }

    private void open(int next) {
        total += size;
        dose = next;
        size = Math.min(plan.cohortSize(), plan.maximumPatients() - total);
        filled = 0;
        lastInfusion = Double.NEGATIVE_INFINITY;
    }

    private void releasePlaces(double now) {
        int kept = 0;
        for (int i = 0; i < returning; i++) {
            if (returns[i] > now) {
                returns[kept++] = returns[i];
            }
        }
        returning = kept;
    }

    /** A place in the cohort. */
    private void assign(double now) {
        assigned++;
        double ready = now + calendar.manufacturing().days();
        int given = made(dose);
        if (given == dose) {
            double gap = filled == 0 ? 0 : filled == 1 ? calendar.sentinel() : calendar.stagger();
            double infusion = Math.max(ready, lastInfusion + gap);
            cohort[filled++] = count;
            lastInfusion = infusion;
            treat(dose, infusion);
        } else {
            returns[returning++] = ready;
            if (given != Rules.NONE) {
                treat(given, ready);
            }
        }
    }

    /** Somebody for whom the cohort has no place. */
    private void extra(double now) {
        int open = Rules.NONE;
        if (backfilling != null) {
            look(now);
            open = backfilling.open(patients, dlts, responses, planned, dose);
        }
        if (open == Rules.NONE) {
            turnedAway++;
            return;
        }
        assigned++;
        int given = made(open);
        if (given != Rules.NONE) {
            backfilled[given]++;
            treat(given, now + calendar.manufacturing().days());
        }
    }

    /** The dose that the product for a dose turns out to be, or {@link Rules#NONE}. */
    private int made(int wanted) {
        Manufacturing manufacturing = calendar.manufacturing();
        double fate = random.nextDouble();
        if (fate >= manufacturing.notMade() + manufacturing.belowDose()) {
            return wanted;
        }
        if (fate < manufacturing.notMade() || wanted == 0 || planned[wanted - 1] >= most) {
            notMade++;
            return Rules.NONE;
        }
        belowAssigned++;
        return wanted - 1;
    }

    private void treat(int given, double infusion) {
        if (count == doses.length) {
            doses = Arrays.copyOf(doses, 2 * count);
            infusions = Arrays.copyOf(infusions, 2 * count);
            toxicityTimes = Arrays.copyOf(toxicityTimes, 2 * count);
            responding = Arrays.copyOf(responding, 2 * count);
        }
        planned[given]++;
        doses[count] = given;
        infusions[count] = infusion;
        toxicityTimes[count] = infusion + times.draw(given, random);
        responding[count++] = efficacy != null && random.nextDouble() < efficacy.get(given);
    }

    /** When all is known of a patient: at a toxicity, or at the end of the window; responses are known at its end. */
    private double known(int patient) {
        double end = infusions[patient] + calendar.window();
        return design.usesResponses() ? end : Math.min(end, toxicityTimes[patient]);
    }

    /** Counts the outcomes that are known. */
    private void look(double now) {
        Arrays.fill(patients, 0);
        Arrays.fill(dlts, 0);
        Arrays.fill(responses, 0);
        for (int patient = 0; patient < count; patient++) {
            int at = doses[patient];
            if (known(patient) <= now) {
                patients[at]++;
                dlts[at] += toxicityTimes[patient] < Double.POSITIVE_INFINITY ? 1 : 0;
            }
            if (responding[patient] && infusions[patient] + calendar.window() <= now) {
                responses[at]++;
            }
        }
    }

    /** The dose that comes next by what is known, {@link #UNDECIDED}, or the end as {@link Rules#next} says. */
    private int decide(double now) {
        int open = 0;
        int toxic = 0;
        for (int i = 0; i < filled; i++) {
            boolean known = known(cohort[i]) <= now;
            open += known ? 0 : 1;
            toxic += known && toxicityTimes[cohort[i]] < Double.POSITIVE_INFINITY ? 1 : 0;
        }
        if (calendar.conduct() == Conduct.WAIT && open > 0) {
            return UNDECIDED;
        }
        look(now);
        return switch (calendar.conduct()) {
            case WAIT -> next(toxic);
            case CERTAIN -> certain(open, toxic);
            case TITE -> timeToEvent(now);
        };
    }

    private int next(int lastToxic) {
        long excluded = rules.excluded(patients, dlts, responses);
        if (backfilling != null) {
            return backfilling.next(patients, dlts, dose, Long.numberOfTrailingZeros(excluded | 1L << patients.length));
        }
        return rules.next(patients, dlts, responses, excluded, dose, size, lastToxic);
    }

    /** The decision if it is the same whatever comes of the open outcomes of the cohort. */
    private int certain(int open, int toxic) {
        int decided = UNDECIDED;
        patients[dose] += open;
        for (int more = 0; more <= open; more++) {
            for (int respond = 0; respond <= (design.usesResponses() ? open : 0); respond++) {
                dlts[dose] += more;
                responses[dose] += respond;
                int next = next(toxic + more);
                dlts[dose] -= more;
                responses[dose] -= respond;
                if (decided != UNDECIDED && next != decided) {
                    return UNDECIDED;
                }
                decided = next;
            }
        }
        return decided;
    }

    /** TITE-BOIN, which counts patients as soon as they are assigned. */
    private int timeToEvent(double now) {
        if (!(design instanceof TiteBoin tite)) {
            throw new IllegalStateException(design.name());
        }
        System.arraycopy(planned, 0, patients, 0, patients.length);
        int pending = 0;
        double followUp = 0;
        double least = 1;
        for (int patient = 0; patient < count; patient++) {
            if (doses[patient] == dose && known(patient) > now) {
                double followed = Math.clamp((now - infusions[patient]) / calendar.window(), 0, 1);
                pending++;
                followUp += followed;
                least = Math.min(least, followed);
            }
        }
        long excluded = rules.excluded(patients, dlts, responses);
        int admissible = Long.numberOfTrailingZeros(excluded | 1L << patients.length);
        if (admissible == 0) {
            return Rules.ABANDON;
        }
        if (dose >= admissible) {
            return admissible - 1;
        }
        Decision said = tite.said(patients[dose], dlts[dose], pending, followUp, least);
        return switch (said) {
            case WAIT -> UNDECIDED;
            case ESCALATE -> Math.min(dose + 1, admissible - 1);
            case DEESCALATE, ELIMINATE -> Math.max(dose - 1, 0);
            default -> dose;
        };
    }

    /** Follows everybody to the end, and selects. */
    private int end(boolean abandoned) {
        days = 0;
        for (int patient = 0; patient < count; patient++) {
            days = Math.max(days, known(patient));
        }
        look(Double.POSITIVE_INFINITY);
        return abandoned
                ? Rules.NONE
                : rules.select(patients, dlts, responses, rules.excluded(patients, dlts, responses));
    }
}
