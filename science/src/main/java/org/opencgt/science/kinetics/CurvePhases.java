package org.opencgt.science.kinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hipparchus.distribution.continuous.FDistribution;
import org.opencgt.science.kinetics.Phases.Decline;
import org.opencgt.science.kinetics.Phases.Expansion;
import org.opencgt.science.kinetics.TurningPoints.Turn;

/** One curve on its way through {@link PhaseFinder}; used once. */
final class CurvePhases {

    private final PhaseFinder settings;
    private final Curve curve;
    private final Set<PhaseFlag> flags = EnumSet.noneOf(PhaseFlag.class);

    /** Samples after the dose; y is ln c, and for results below the limit the logarithm of the limit. */
    private final int[] sample;

    private final double[] t;
    private final double[] y;

    CurvePhases(PhaseFinder settings, Curve curve) {
        this.settings = settings;
        this.curve = curve;
        int first = 0;
        while (first < curve.size()
                && (curve.time(first) < 0 || (curve.time(first) == 0 && !curve.isQuantified(first)))) {
            first++;
        }
        int n = curve.size() - first;
        sample = new int[n];
        t = new double[n];
        y = new double[n];
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = first; i < curve.size(); i++) {
            lowest = curve.isQuantified(i) ? Math.min(lowest, curve.value(i)) : lowest;
        }
        for (int i = 0; i < n; i++) {
            sample[i] = first + i;
            t[i] = curve.time(first + i);
            double limit = curve.limit(first + i);
            y[i] = Math.log(
                    isQuantified(i) ? curve.value(first + i) : Double.isNaN(limit) ? lowest : Math.min(limit, lowest));
        }
    }

    Phases phases() {
        int last = lastQuantified();
        flag(PhaseFlag.STILL_QUANTIFIABLE, last >= 0 && last == t.length - 1);
        List<Turn> turns =
                quantified(0, t.length - 1) < 2 ? List.of() : TurningPoints.of(y, Math.log(settings.reversal()));
        if (turns.isEmpty()) {
            flags.add(quantified(0, t.length - 1) < 2 ? PhaseFlag.TOO_FEW_SAMPLES : PhaseFlag.FLAT);
            return result(-1, Decline.NONE, Expansion.NONE, List.of(Decline.NONE, Decline.NONE), -1);
        }
        int peak = mainPeak(turns);
        int nadir = nadir(peak);
        Decline distribution = distribution(nadir);
        Expansion expansion = expansion(nadir, peak);
        int reExpansion = turns.stream()
                .filter(turn -> !turn.isPeak() && turn.index() > peak && risesAfter(turn, turns))
                .mapToInt(Turn::index)
                .findFirst()
                .orElse(-1);
        int second = secondPeak(turns, reExpansion);
        List<Decline> declines = declines(peak, reExpansion < 0 ? last : reExpansion);
        return result(peak, distribution, expansion, declines, second);
    }

    /** The first peak of at least the fraction of Cmax that is asked for. */
    private int mainPeak(List<Turn> turns) {
        double enough = Arrays.stream(y).max().orElseThrow() + Math.log(settings.mainPeak());
        return turns.stream()
                .filter(turn -> turn.isPeak() && y[turn.index()] >= enough && isExpansionPeak(turn, turns))
                .mapToInt(Turn::index)
                .findFirst()
                .orElseThrow(); // the highest value is a turn itself
    }

    /** A curve that begins with a fall begins with distribution if a higher peak follows in time, else with its peak. */
    private boolean isExpansionPeak(Turn turn, List<Turn> turns) {
        boolean begins = turns.getFirst().equals(turn);
        return !begins
                || turns.size() < 3
                || y[turns.get(2).index()] <= y[turn.index()]
                || t[turns.get(1).index()] > settings.distributionBy();
    }

    /** Where the lowest value before the peak is last met. */
    private int nadir(int peak) {
        int nadir = peak;
        for (int i = peak - 1; i >= 0; i--) {
            nadir = y[i] < y[nadir] ? i : nadir;
        }
        return nadir;
    }

    private Decline distribution(int nadir) {
        int top = nadir;
        for (int i = nadir - 1; i >= 0; i--) {
            top = y[i] >= y[top] ? i : top;
        }
        boolean falls = y[top] - y[nadir] >= Math.log(settings.reversal()) && t[nadir] <= settings.distributionBy();
        return falls && quantified(top, nadir) > 1 ? decline(top, nadir) : Decline.NONE;
    }

    private Expansion expansion(int nadir, int peak) {
        int start = nadir;
        while (start < peak && !isQuantified(start)) {
            start++;
        }
        if (start == peak) {
            flags.add(PhaseFlag.EXPANSION_NOT_SEEN);
            return Expansion.NONE;
        }
        LogLine line = line(start, peak);
        flag(PhaseFlag.TWO_POINT_EXPANSION, line.n() == 2);
        flag(
                PhaseFlag.EXPANSION_FROM_BELOW_LIMIT,
                sample[start] > 0 && curve.time(sample[start] - 1) > 0 && !curve.isQuantified(sample[start] - 1));
        return new Expansion(
                t[start],
                t[peak],
                line.n(),
                line.slope(),
                line.slope() > 0 ? Math.log(2) / line.slope() : Double.NaN,
                Math.exp(y[peak] - y[start]));
    }

    private static boolean risesAfter(Turn trough, List<Turn> turns) {
        return turns.indexOf(trough) < turns.size() - 1;
    }

    /** The highest peak after the trough; -1 if the cells do not expand again. */
    private int secondPeak(List<Turn> turns, int reExpansion) {
        int second = -1;
        for (Turn turn : turns) {
            if (reExpansion >= 0 && turn.isPeak() && turn.index() > reExpansion) {
                second = second < 0 || y[turn.index()] > y[second] ? turn.index() : second;
            }
        }
        flag(PhaseFlag.RE_EXPANSION, second >= 0);
        return second;
    }

    /** Contraction and persistence. */
    private List<Decline> declines(int peak, int end) {
        int n = quantified(peak, end);
        if (n < 2) {
            flags.add(PhaseFlag.CONTRACTION_NOT_SEEN);
            return List.of(Decline.NONE, Decline.NONE);
        }
        flag(PhaseFlag.TWO_POINT_CONTRACTION, n == 2);
        Decline one = decline(peak, end);
        if (n < 5) {
            flags.add(PhaseFlag.TOO_FEW_FOR_PERSISTENCE);
            return List.of(one, Decline.NONE);
        }
        double[] times = new double[n];
        double[] logs = new double[n];
        LogLine line = new LogLine();
        for (int i = peak, k = 0; i <= end; i++) {
            if (isQuantified(i)) {
                times[k] = t[i];
                logs[k++] = y[i];
                line.add(t[i], y[i]);
            }
        }
        BrokenLine two = BrokenLine.through(times, logs);
        if (!isBetter(two, line) || !(two.first() < 0) || !(two.second() > two.first())) {
            flags.add(PhaseFlag.ONE_PHASE_DECLINE);
            return List.of(one, Decline.NONE);
        }
        int before =
                (int) Arrays.stream(times).filter(time -> time <= two.knot()).count();
        flag(PhaseFlag.PERSISTENCE_WITHOUT_DECLINE, two.second() >= 0);
        return List.of(
                Decline.of(t[peak], two.knot(), before, -two.first()),
                Decline.of(two.knot(), times[n - 1], n - before, -two.second()));
    }

    private boolean isBetter(BrokenLine two, LogLine one) {
        double rest = one.n() - 4;
        if (one.isExact()) {
            return false;
        }
        double f = (one.residual() - two.residual()) / 2 / (two.residual() / rest);
        return Double.isInfinite(f)
                || 1 - new FDistribution(2, rest).cumulativeProbability(f) < settings.significance();
    }

    private Decline decline(int from, int to) {
        LogLine line = line(from, to);
        int end = to;
        while (!isQuantified(end)) {
            end--;
        }
        return Decline.of(t[from], t[end], line.n(), -line.slope());
    }

    private LogLine line(int from, int to) {
        LogLine line = new LogLine();
        for (int i = from; i <= to; i++) {
            if (isQuantified(i)) {
                line.add(t[i], y[i]);
            }
        }
        return line;
    }

    private boolean isQuantified(int i) {
        return curve.isQuantified(sample[i]);
    }

    private int quantified(int from, int to) {
        int n = 0;
        for (int i = from; i <= to; i++) {
            n += isQuantified(i) ? 1 : 0;
        }
        return n;
    }

    private int lastQuantified() {
        int last = t.length - 1;
        while (last >= 0 && !isQuantified(last)) {
            last--;
        }
        return last;
    }

    private Phases result(int peak, Decline distribution, Expansion expansion, List<Decline> declines, int second) {
        List<Phases.Name> names = new ArrayList<>();
        if (distribution.exists()) {
            names.add(Phases.Name.DISTRIBUTION);
        }
        if (expansion.exists()) {
            names.add(Phases.Name.EXPANSION);
        }
        if (declines.getFirst().exists()) {
            names.add(Phases.Name.CONTRACTION);
        }
        if (declines.getLast().exists()) {
            names.add(Phases.Name.PERSISTENCE);
        }
        int last = lastQuantified();
        int highest = -1;
        for (int i = 0; i < t.length; i++) {
            highest = isQuantified(i) && (highest < 0 || y[i] > y[highest]) ? i : highest;
        }
        flag(PhaseFlag.CMAX_IN_RE_EXPANSION, peak >= 0 && highest > peak && y[highest] > y[peak]);
        return new Phases(
                curve.subject(),
                curve.group(),
                List.copyOf(names),
                distribution,
                expansion,
                time(peak),
                value(peak),
                declines.getFirst(),
                declines.getLast(),
                value(highest),
                time(highest),
                time(second),
                value(second),
                time(last),
                last >= 0 && last + 1 < t.length ? t[last + 1] : Double.NaN,
                settings.units(),
                List.copyOf(flags));
    }

    private double time(int i) {
        return i < 0 ? Double.NaN : t[i];
    }

    private double value(int i) {
        return i < 0 ? Double.NaN : curve.value(sample[i]);
    }

    private void flag(PhaseFlag flag, boolean holds) {
        if (holds) {
            flags.add(flag);
        }
    }
}
