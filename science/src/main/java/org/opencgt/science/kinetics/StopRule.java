package org.opencgt.science.kinetics;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.opencgt.science.Fault;

/**
 * When kinetic sampling of a subject may stop: so many successive results below the limit of quantification, after the dose and
 * after the cells have been quantified once. A missing result breaks the run. It says nothing about samples for safety or
 * long-term follow-up.
 *
 * @param successive how many results, at least two
 * @param notBefore no stop before this time
 * @param withoutExpansion whether sampling may also stop where the cells were never quantified
 */
@RecordBuilder
public record StopRule(int successive, double notBefore, boolean withoutExpansion) implements StopRuleBuilder.With {

    /** Two successive results, once the cells have been quantified, at any time. */
    public static final StopRule DEFAULT = new StopRule(2, 0, false);

    public StopRule {
        if (successive < 2) {
            throw Fault.of(KineticsFault.TOO_FEW_RESULTS_ASKED)
                    .with("successive", successive)
                    .asException();
        }
    }

    /** The decision for a curve after a dose at time zero. */
    public StopDecision decide(Curve curve) {
        Run run = new Run(this);
        int gap = 0;
        double[] gaps = curve.missingTimes();
        for (int i = 0; i < curve.size(); i++) {
            while (gap < gaps.length && gaps[gap] <= curve.time(i)) {
                run.miss(gaps[gap++]);
            }
            if (curve.time(i) > 0) {
                run.take(curve.time(i), curve.isQuantified(i));
            }
        }
        while (gap < gaps.length) {
            run.miss(gaps[gap++]);
        }
        return run.decision(curve.subject(), curve.group());
    }

    /** The decision where two methods measure the same cells: both have to allow it. */
    public StopDecision decide(Curve first, Curve second) {
        StopDecision one = decide(first);
        StopDecision other = decide(second);
        if (one.mayStop() && other.mayStop()) {
            return one.stopTime() >= other.stopTime() ? one : other;
        }
        return one.mayStop() ? one.withheld() : one;
    }

    /** The results one by one. */
    private static final class Run {

        private final StopRule rule;
        private int below;
        private double firstMet = Double.NaN;
        private double met = Double.NaN;
        private double lastQuantified = Double.NaN;
        private double lastSample = Double.NaN;
        private boolean missed;
        private int after;

        Run(StopRule rule) {
            this.rule = rule;
        }

        void take(double time, boolean quantified) {
            lastSample = time;
            after += Double.isNaN(met) ? 0 : 1;
            if (quantified) {
                below = 0;
                met = Double.NaN;
                lastQuantified = time;
                missed = false;
                return;
            }
            below++;
            boolean seen = rule.withoutExpansion || !Double.isNaN(lastQuantified);
            if (seen && below >= rule.successive && time >= rule.notBefore && Double.isNaN(met)) {
                met = time;
                after = 0;
                firstMet = Double.isNaN(firstMet) ? time : firstMet;
            }
        }

        void miss(double time) {
            if (time > 0 && Double.isNaN(met)) {
                missed |= below > 0;
                below = 0;
            }
        }

        StopDecision decision(String subject, String group) {
            boolean mayStop = !Double.isNaN(met);
            return new StopDecision(
                    subject,
                    group,
                    mayStop,
                    reason(),
                    met,
                    below,
                    lastQuantified,
                    lastSample,
                    firstMet,
                    mayStop ? after : 0);
        }

        private StopDecision.Reason reason() {
            if (!Double.isNaN(met)) {
                return StopDecision.Reason.BELOW_LIMIT;
            }
            if (Double.isNaN(lastSample)) {
                return StopDecision.Reason.NO_SAMPLE;
            }
            if (!rule.withoutExpansion && Double.isNaN(lastQuantified)) {
                return StopDecision.Reason.NEVER_QUANTIFIED;
            }
            if (below == 0 && !missed) {
                return StopDecision.Reason.STILL_QUANTIFIABLE;
            }
            if (below >= rule.successive) {
                return StopDecision.Reason.TOO_EARLY;
            }
            return missed ? StopDecision.Reason.RESULT_MISSING : StopDecision.Reason.TOO_FEW_BELOW_LIMIT;
        }
    }
}
