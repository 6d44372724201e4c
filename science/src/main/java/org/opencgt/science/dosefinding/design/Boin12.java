package org.opencgt.science.dosefinding.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opencgt.science.Explanation;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.BetaPosterior;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.DoseOutcomes;
import org.opencgt.science.dosefinding.Limits;
import org.opencgt.science.dosefinding.Selection;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.dosefinding.Truth;

/**
 * BOIN12, which weighs toxicity against response by utility. With x = (sum of the patients' utilities) / 100 quasi-events among n
 * patients, the desirability of a dose is
 *
 * <pre>
 *   Pr(u &gt; u_b | data) where u / 100 ~ beta(1 + x, 1 + n − x) and u_b = ū + (100 − ū) / 2
 * </pre>
 *
 * <p>and ū is the mean utility where toxicity is at its highest acceptable probability and response at its least acceptable, the two
 * independent. Moves:
 *
 * <ul>
 *   <li>If toxicity at the dose reaches the de-escalation boundary λd of BOIN, the highest admissible dose below is next.
 *   <li>Otherwise the most desirable of the dose, the next admissible one below and, if the dose has had fewer than 6 patients or its
 *       toxicity is at most λe, the next admissible one above; of equally desirable ones the highest.
 *   <li>But with 9 patients or more and the next admissible dose above never tried, that one is next.
 * </ul>
 *
 * @param toxicity φ and the boundaries λe and λd; its cut-off is the one for giving up a dose and all above
 * @param leastEfficacy least acceptable probability of response
 * @param futilityCutoff a dose is given up if Pr(q &lt; leastEfficacy | data) exceeds this
 * @param utility of the outcomes
 * @param safePatients with fewer at a dose, toxicity between the boundaries does not bar the next dose
 * @param explorePatients with so many, a dose above that was never tried is
 * @see <a href="https://doi.org/10.1200/PO.20.00257">Lin R et al. BOIN12: Bayesian optimal interval phase I/II trial design for
 *     utility-based dose finding in immunotherapy and targeted therapies. JCO Precis Oncol 2020;4:1393-402</a>
 */
public record Boin12(
        Boin toxicity,
        double leastEfficacy,
        double futilityCutoff,
        Utility utility,
        int safePatients,
        int explorePatients)
        implements Design {

    public static final double DEFAULT_LEAST_EFFICACY = 0.25;
    public static final double DEFAULT_FUTILITY_CUTOFF = 0.9;
    public static final int DEFAULT_SAFE_PATIENTS = 6;
    public static final int DEFAULT_EXPLORE_PATIENTS = 9;

    /** Desirabilities that differ by less than this are equal. */
    static final double EQUAL = 1e-12;

    public Boin12 {
        new Admissibility(toxicity.target(), toxicity.cutoff(), leastEfficacy, futilityCutoff);
        Limits.whole(DoseFindingQuantity.SAFE_PATIENTS, safePatients, 1, TableSize.LIMIT);
        Limits.whole(DoseFindingQuantity.EXPLORE_PATIENTS, explorePatients, 1, TableSize.LIMIT);
    }

    /** With the paper's settings. */
    public static Boin12 withDefaults(double target, double leastEfficacy) {
        return new Boin12(
                Boin.withDefaults(target),
                leastEfficacy,
                DEFAULT_FUTILITY_CUTOFF,
                Utility.usual(),
                DEFAULT_SAFE_PATIENTS,
                DEFAULT_EXPLORE_PATIENTS);
    }

    /** The same with other cut-offs. */
    public Boin12 withCutoffs(double newToxicityCutoff, double newFutilityCutoff) {
        return new Boin12(
                toxicity.withCutoff(newToxicityCutoff),
                leastEfficacy,
                newFutilityCutoff,
                utility,
                safePatients,
                explorePatients);
    }

    /** The same with another utility. */
    public Boin12 withUtility(Utility newUtility) {
        return new Boin12(toxicity, leastEfficacy, futilityCutoff, newUtility, safePatients, explorePatients);
    }

    /** u_b, the utility that a desirable dose exceeds. */
    public double benchmark() {
        double undesirable = utility.mean(toxicity.target(), leastEfficacy);
        return undesirable + (100 - undesirable) / 2;
    }

    /** Pr(u &gt; u_b | data). */
    public double desirability(int patients, int dlts, int responses) {
        double n = patients;
        double quasiEvents = n == 0 ? 0 : Math.clamp(n * utility.mean(dlts / n, responses / n) / 100, 0, n);
        return new BetaPosterior(1 + quasiEvents, 1 + n - quasiEvents).above(benchmark() / 100);
    }

    @Override
    public String name() {
        return "boin12";
    }

    @Override
    public boolean usesResponses() {
        return true;
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("target", toxicity.target());
        settings.put("minEfficacy", leastEfficacy);
        settings.put("utility", utility.values());
        settings.put("benchmark", benchmark());
        settings.put("p1", toxicity.subtherapeutic());
        settings.put("p2", toxicity.overtoxic());
        settings.put("lambdaE", toxicity.escalationRate());
        settings.put("lambdaD", toxicity.deescalationRate());
        settings.put("cutoffEli", toxicity.cutoff());
        settings.put("cutoffFutility", futilityCutoff);
        settings.put("nSafe", safePatients);
        settings.put("nExplore", explorePatients);
        return settings;
    }

    @Override
    public int ideal(Truth truth, double target) {
        return Ideal.ofUtility(truth, target, utility);
    }

    /** The rank-based desirability scores: the ranks of desirability among the admissible outcomes of the table. */
    @Override
    public DesirabilityTable table(TableSize size) {
        Admissibility admissibility = admissibility();
        List<DesirabilityTable.Outcome> outcomes = new ArrayList<>();
        IntStream.concat(IntStream.of(0), size.patients())
                .forEach(n -> IntStream.rangeClosed(0, n)
                        .forEach(dlt -> IntStream.rangeClosed(0, n)
                                .forEach(responses -> outcomes.add(new DesirabilityTable.Outcome(
                                        n,
                                        dlt,
                                        responses,
                                        toxicityDecision(n, dlt),
                                        !admissibility.isTooToxic(n, dlt) && !admissibility.isFutile(n, responses),
                                        Double.NaN,
                                        desirability(n, dlt, responses))))));
        return new DesirabilityTable(name(), settings(), ranked(outcomes));
    }

    @Override
    public Advice decide(TrialState state) {
        int[] n = TrialState.patients(state.doses());
        int[] y = TrialState.dlts(state.doses());
        int[] e = TrialState.responses(state.doses());
        int dose = state.current() - 1;
        if (n[dose] == 0) {
            return MoveAdvice.nobodyYet(state);
        }
        Rules rules = rules(n.length, IntStream.of(n).max().orElseThrow());
        int next = rules.next(n, y, e, rules.excluded(n, y, e), dose, 0, 0);
        Decision said = toxicityDecision(n[dose], y[dose]);
        return new MoveAdvice(state, admissibility(), said, wanted(said), why(state, said, next)).to(next);
    }

    @Override
    public Selection select(List<DoseOutcomes> doses) {
        long admissible = admissibility()
                .admissible(TrialState.patients(doses), TrialState.dlts(doses), TrialState.responses(doses));
        return new BestUtility(toxicity.target(), utility).select(doses, admissible);
    }

    @Override
    public Rules rules(int doses, int maximumPatients) {
        return new Boin12Rules(this, doses, maximumPatients);
    }

    Admissibility admissibility() {
        return new Admissibility(toxicity.target(), toxicity.cutoff(), leastEfficacy, futilityCutoff);
    }

    /** What the boundaries of BOIN say about toxicity alone; stay before anybody was treated. */
    Decision toxicityDecision(int patients, int dlts) {
        return patients == 0 ? Decision.STAY : toxicity.cell(patients, dlts);
    }

    private static Decision wanted(Decision said) {
        return said == Decision.DEESCALATE ? said : Decision.STAY;
    }

    private Explanation why(TrialState state, Decision said, int next) {
        DoseOutcomes here = state.here();
        Explanation counts = Explanation.of(
                        said == Decision.DEESCALATE ? DesignReason.RATE_AT_LEAST : DesignReason.MOST_DESIRABLE)
                .with("patients", here.patients())
                .with("dlts", here.dlts())
                .with("responses", here.responses() == null ? 0 : here.responses())
                .with("rate", Figures.of((double) here.dlts() / here.patients()))
                .with("lambdaD", Figures.of(toxicity.deescalationRate()));
        if (said == Decision.DEESCALATE || next < 0) {
            return counts;
        }
        DoseOutcomes there = state.doses().get(next);
        if (there.patients() == 0 && here.patients() >= explorePatients) {
            return Explanation.of(DesignReason.NEVER_TRIED)
                    .with("next", next + 1)
                    .with("patients", here.patients());
        }
        String desirabilities = String.join(
                ", ",
                Stream.of(state.current() - 1, state.current(), state.current() + 1)
                        .filter(dose -> dose >= 1 && dose <= state.doses().size())
                        .map(dose -> dose + ": " + desirability(state.doses().get(dose - 1)))
                        .toList());
        return counts.with("desirabilities", desirabilities);
    }

    private String desirability(DoseOutcomes dose) {
        return Figures.of(desirability(dose.patients(), dose.dlts(), dose.responses() == null ? 0 : dose.responses()));
    }

    /** With the mean rank where desirabilities are equal. */
    private static List<DesirabilityTable.Outcome> ranked(List<DesirabilityTable.Outcome> outcomes) {
        double[] admissible = outcomes.stream()
                .filter(DesirabilityTable.Outcome::admissible)
                .mapToDouble(DesirabilityTable.Outcome::desirability)
                .sorted()
                .toArray();
        return outcomes.stream()
                .map(outcome ->
                        outcome.admissible() ? outcome.ranked(rank(admissible, outcome.desirability())) : outcome)
                .toList();
    }

    private static double rank(double[] sorted, double value) {
        double below =
                Arrays.stream(sorted).filter(other -> other < value - EQUAL).count();
        double notAbove =
                Arrays.stream(sorted).filter(other -> other <= value + EQUAL).count();
        return (below + 1 + notAbove) / 2;
    }
}
