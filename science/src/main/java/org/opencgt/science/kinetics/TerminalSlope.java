package org.opencgt.science.kinetics;

/**
 * The line ln c = intercept - lambda_z t through the last samples.
 *
 * @param clastPredicted the value of the line at Tlast
 * @param n number of samples
 * @param start time of the first of them
 * @param end time of the last of them
 */
record TerminalSlope(
        double lambdaZ,
        double intercept,
        double clastPredicted,
        double rSquared,
        double adjRSquared,
        int n,
        double start,
        double end) {

    /** What came of the search. */
    sealed interface Outcome {}

    record Found(TerminalSlope slope) implements Outcome {}

    record None(KineticFlag reason) implements Outcome {}

    /**
     * The slope of a curve by a rule.
     *
     * @param points quantified or replaced values that may be used
     * @param after samples up to here are not used, unless a window is given
     */
    static Outcome of(TerminalRule rule, Course points, double after) {
        return switch (rule) {
            case TerminalRule.BestFit best -> best(best, points, after);
            case TerminalRule.Window(Interval interval) -> window(interval, points);
        };
    }

    private static Outcome best(TerminalRule.BestFit rule, Course points, double after) {
        double[] fits = new double[points.size()];
        LogLine line = new LogLine();
        double best = Double.NEGATIVE_INFINITY;
        for (int i = points.size() - 1; i >= 0; i--) {
            fits[i] = Double.NEGATIVE_INFINITY;
            if (!points.isTerminal(i) || points.time(i) <= after) {
                continue;
            }
            line.add(points.time(i), points.logValue(i));
            double fit = line.n() < rule.minimum() ? Double.NaN : line.adjustedRSquared();
            boolean falls = line.falls();
            if (!Double.isNaN(fit) && (falls || rule.candidates() == TerminalRule.Candidates.ALL)) {
                best = Math.max(best, fit);
                fits[i] = falls ? fit : Double.NEGATIVE_INFINITY;
            }
        }
        if (points.isConstant()) {
            return new None(KineticFlag.CONSTANT_VALUES);
        }
        if (line.n() < rule.minimum()) {
            return new None(KineticFlag.TOO_FEW_POINTS_AFTER_TMAX);
        }
        for (int i = 0; i < fits.length; i++) {
            if (fits[i] > best - rule.tolerance() || (fits[i] == best && best > Double.NEGATIVE_INFINITY)) {
                return new Found(through(points, points.time(i), Double.POSITIVE_INFINITY));
            }
        }
        return new None(KineticFlag.NO_TERMINAL_DECLINE);
    }

    private static Outcome window(Interval interval, Course points) {
        int n = 0;
        for (int i = 0; i < points.size(); i++) {
            n += points.isTerminal(i) && interval.contains(points.time(i)) ? 1 : 0;
        }
        if (n < 2) {
            return new None(KineticFlag.TOO_FEW_POINTS_IN_WINDOW);
        }
        TerminalSlope slope = through(points, interval.start(), interval.end());
        return slope.lambdaZ > 0 ? new Found(slope) : new None(KineticFlag.NO_TERMINAL_DECLINE);
    }

    /** The line through all points that may be used, in order of time. */
    private static TerminalSlope through(Course points, double from, double to) {
        LogLine line = new LogLine();
        double start = Double.NaN;
        double end = Double.NaN;
        for (int i = 0; i < points.size(); i++) {
            double time = points.time(i);
            if (points.isTerminal(i) && time >= from && time <= to) {
                start = line.n() == 0 ? time : start;
                end = time;
                line.add(time, points.logValue(i));
            }
        }
        return new TerminalSlope(
                -line.slope(),
                line.at(0),
                Math.exp(line.at(points.tlast())),
                line.rSquared(),
                line.adjustedRSquared(),
                line.n(),
                start,
                end);
    }

    double halfLife() {
        return Math.log(2) / lambdaZ;
    }

    /** The span of the samples in half-lives. */
    double spanRatio() {
        return (end - start) / halfLife();
    }
}
