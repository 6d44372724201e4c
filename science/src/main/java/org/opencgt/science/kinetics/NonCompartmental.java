package org.opencgt.science.kinetics;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;

/**
 * Non-compartmental analysis of cellular kinetics: what can be said of a curve without a model. The choices that make tools
 * differ are explicit; the defaults are those of PKNCA.
 *
 * <pre>
 *   AUClast  = sum of the steps from the start to Tlast, by {@link AucRule}
 *   lambda_z = slope of -ln c over the terminal samples, by {@link TerminalRule};  t1/2 = ln 2 / lambda_z
 *   AUCinf   = AUClast + Clast/lambda_z
 *   AUMCinf  = AUMClast + Clast Tlast/lambda_z + Clast/lambda_z^2;  MRT = AUMC/AUC - infusion/2
 * </pre>
 *
 * @param interval the samples that are analysed; times in results count from its start
 * @param partials intervals over which areas are computed, in time since that start; each has an end
 */
@RecordBuilder
public record NonCompartmental(
        AucRule aucRule,
        BelowLimitRule belowLimitRule,
        TerminalRule terminalRule,
        StartRule startRule,
        TailRule tailRule,
        Quality quality,
        Interval interval,
        List<Interval> partials,
        Units units)
        implements NonCompartmentalBuilder.With {

    /**
     * Checks the choices.
     *
     * @throws BadInput if a partial interval has no end
     */
    public NonCompartmental {
        partials = List.copyOf(partials);
        for (Interval partial : partials) {
            if (Double.isInfinite(partial.end())) {
                throw Fault.of(KineticsFault.ENDLESS_INTERVAL)
                        .with("interval", partial.toString())
                        .asException();
            }
        }
    }

    /** Linear up and logarithmic down, from the dose on, without areas over intervals. */
    public static NonCompartmental withDefaults() {
        return new NonCompartmental(
                AucRule.LIN_UP_LOG_DOWN,
                BelowLimitRule.DEFAULT,
                TerminalRule.DEFAULT,
                StartRule.REQUIRED,
                TailRule.LAST,
                Quality.DEFAULT,
                Interval.FROM_DOSE,
                List.of(),
                Units.UNKNOWN);
    }

    /** With one more area. */
    public NonCompartmental withAreaOver(Interval partial) {
        List<Interval> more = new ArrayList<>(partials);
        more.add(partial);
        return withPartials(more);
    }

    /** The parameters of a curve whose dose does not matter. */
    public KineticParameters analyse(Curve curve) {
        return analyse(curve, Dosing.NONE);
    }

    /**
     * The parameters of a curve after a dose at time zero.
     *
     * @throws BadInput if a result is to be replaced by half of a limit that is not known
     */
    public KineticParameters analyse(Curve curve, Dosing dosing) {
        return new CurveAnalysis(this, curve, dosing).parameters();
    }

    /** The rules as they stand beside results. */
    Method method() {
        return new Method(aucRule, belowLimitRule, terminalRule, startRule, tailRule);
    }
}
