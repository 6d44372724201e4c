package org.opencgt.science.dosefinding.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.science.Explanation;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.DoseOutcomes;
import org.opencgt.science.dosefinding.Limits;
import org.opencgt.science.dosefinding.Selection;
import org.opencgt.science.dosefinding.TrialState;

/**
 * Time-to-event BOIN, which decides while outcomes are still open. Of n patients at the dose, y had a toxicity and c are pending, with
 * follow-up times that add up to STFT windows. Each pending patient stands for his expected outcome, so that the rate held against
 * the boundaries of BOIN is
 *
 * <pre>
 *   (y + (c − STFT) p / (1 − p)) / n   with p = (y + φ / 2) / (n − c + 1)
 * </pre>
 *
 * <p>While y / n is below the target φ this can only lead upward, from the target on only downward. Accrual is suspended while more
 * than half of the patients at the dose are pending, unless the dose goes down whatever comes of them. With nobody pending the design
 * is BOIN.
 *
 * @param boin the boundaries, and the rules for elimination and selection
 * @param mostPending accrual is suspended while a larger share of the patients at the dose is pending
 * @param leastFollowUp the part of the window for which each pending patient must have been followed before the dose goes up
 * @see <a href="https://doi.org/10.1158/1078-0432.CCR-18-0246">Yuan Y et al. Time-to-event Bayesian optimal interval design to
 *     accelerate phase I trials. Clin Cancer Res 2018;24:4921-30</a>
 */
public record TiteBoin(Boin boin, double mostPending, double leastFollowUp) implements Design {

    public static final double DEFAULT_MOST_PENDING = 0.5;

    private static final double EQUAL = 1e-12;

    public TiteBoin {
        Limits.inside(DoseFindingQuantity.MOST_PENDING, mostPending, 0, 1);
        Limits.within(DoseFindingQuantity.LEAST_FOLLOW_UP, leastFollowUp, 0, 1);
    }

    /** With the paper's settings. */
    public static TiteBoin withDefaults(double target) {
        return new TiteBoin(Boin.withDefaults(target), DEFAULT_MOST_PENDING, 0);
    }

    @Override
    public String name() {
        return "tite-boin";
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>(boin.settings());
        settings.put("maxPending", mostPending);
        settings.put("minFollowUp", leastFollowUp);
        return settings;
    }

    @Override
    public LateOnsetTable table(TableSize size) {
        List<LateOnsetTable.Outcome> outcomes = new ArrayList<>();
        size.patients().forEach(n -> {
            for (int dlt = 0; dlt <= n; dlt++) {
                for (int pending = 0; pending <= n - dlt; pending++) {
                    outcomes.add(cell(n, dlt, pending));
                }
            }
        });
        return new LateOnsetTable(name(), settings(), outcomes);
    }

    /** What the table says with so many patients, toxicities and pending patients. */
    public LateOnsetTable.Outcome cell(int patients, int dlts, int pending) {
        Decision settled = boin.cell(patients, dlts);
        if (pending == 0 || settled == Decision.ELIMINATE) {
            return new LateOnsetTable.Outcome(patients, dlts, pending, settled, settled, null, null);
        }
        double p = (dlts + boin.target() / 2) / (patients - pending + 1);
        double odds = (1 - p) / p;
        boolean atTarget = (double) dlts / patients >= boin.target() - EQUAL;
        double up = atTarget ? Double.POSITIVE_INFINITY : pending - odds * (patients * boin.escalationRate() - dlts);
        double down =
                atTarget ? pending - odds * (patients * boin.deescalationRate() - dlts) : Double.NEGATIVE_INFINITY;
        if (down >= pending) {
            return decided(patients, dlts, pending, Decision.DEESCALATE);
        }
        if (pending > mostPending * patients) {
            return decided(patients, dlts, pending, Decision.WAIT);
        }
        if (up <= 0) {
            return decided(patients, dlts, pending, Decision.ESCALATE);
        }
        if (up < pending) {
            return new LateOnsetTable.Outcome(patients, dlts, pending, Decision.STAY, Decision.ESCALATE, up, null);
        }
        if (down > 0) {
            return new LateOnsetTable.Outcome(patients, dlts, pending, Decision.DEESCALATE, Decision.STAY, null, down);
        }
        return decided(patients, dlts, pending, Decision.STAY);
    }

    /** As BOIN, with nobody pending. */
    @Override
    public Advice decide(TrialState state) {
        return boin.decide(state);
    }

    /**
     * What to do while outcomes at the current dose are open. The state counts pending patients among the patients.
     *
     * @param followUp for each pending patient at the current dose, the part of the window for which he has been followed, 0 to 1
     * @throws org.opencgt.science.BadInput if there are more of them than patients without toxicity
     */
    public Advice decide(TrialState state, List<Double> followUp) {
        followUp.forEach(part -> Limits.within(DoseFindingQuantity.FOLLOW_UP, part, 0, 1));
        DoseOutcomes here = state.here();
        if (followUp.size() > here.patients() - here.dlts()) {
            throw Fault.of(DoseFindingFault.TOO_MANY_PENDING)
                    .with("pending", followUp.size())
                    .with("patients", here.patients())
                    .with("dlts", here.dlts())
                    .asException();
        }
        if (followUp.isEmpty()) {
            return decide(state);
        }
        double total = followUp.stream().mapToDouble(Double::doubleValue).sum();
        double least = followUp.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        Decision said = said(here.patients(), here.dlts(), followUp.size(), total, least);
        Explanation why = why(here, followUp.size(), total, said);
        if (said == Decision.WAIT) {
            return new Advice(
                    Decision.WAIT,
                    null,
                    said,
                    null,
                    Explanation.of(DesignReason.WAIT)
                            .with("dose", state.current())
                            .with("why", why));
        }
        return new TableAdvice(boin, state, said, why).advice();
    }

    /**
     * The decision that the table and the rule of least follow-up give, for engines.
     *
     * @param total follow-up of pending patients together, in windows
     * @param least follow-up of any of them
     */
    public Decision said(int patients, int dlts, int pending, double total, double least) {
        LateOnsetTable.Outcome cell = cell(patients, dlts, pending);
        Decision said = cell.afterFollowUp(total);
        return said == Decision.ESCALATE && pending > 0 && least < leastFollowUp ? Decision.WAIT : said;
    }

    @Override
    public Selection select(List<DoseOutcomes> doses) {
        return boin.select(doses);
    }

    @Override
    public Rules rules(int doses, int maximumPatients) {
        return boin.rules(doses, maximumPatients);
    }

    private Explanation why(DoseOutcomes here, int pending, double total, Decision said) {
        if (said.eliminatesUpward()) {
            return boin.why(here.patients(), here.dlts());
        }
        double p = (here.dlts() + boin.target() / 2) / (here.patients() - pending + 1);
        double rate = (here.dlts() + (pending - total) * p / (1 - p)) / here.patients();
        DesignReason reason = said == Decision.WAIT && pending > mostPending * here.patients()
                ? DesignReason.TOO_MANY_PENDING
                : said == Decision.WAIT ? DesignReason.FOLLOWED_TOO_SHORTLY : DesignReason.EXPECTED_RATE;
        return Explanation.of(reason)
                .with("dlts", here.dlts())
                .with("patients", here.patients())
                .with("pending", pending)
                .with("followUp", Figures.of(total))
                .with("rate", Figures.of(rate))
                .with("lambdaE", Figures.of(boin.escalationRate()))
                .with("lambdaD", Figures.of(boin.deescalationRate()))
                .with("least", Figures.of(leastFollowUp));
    }

    private static LateOnsetTable.Outcome decided(int patients, int dlts, int pending, Decision decision) {
        return new LateOnsetTable.Outcome(patients, dlts, pending, decision, decision, null, null);
    }
}
