package org.opencgt.science.dosefinding.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.opencgt.science.Explanation;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.BetaPosterior;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.DoseOutcomes;
import org.opencgt.science.dosefinding.Limits;
import org.opencgt.science.dosefinding.Selection;
import org.opencgt.science.dosefinding.TrialState;
import org.opencgt.science.dosefinding.Truth;

/**
 * Toxicity and efficacy probability intervals, a design made for adoptive cell therapy. The ranges of toxicity p and efficacy q
 * are cut into intervals, and a table fixed beforehand gives an action for each pair of them. The pair counts whose joint unit
 * probability mass
 *
 * <pre>
 *   Pr(p in Ti | data) Pr(q in Ej | data) / (length of Ti × length of Ej)
 * </pre>
 *
 * <p>is the largest, under independent uniform priors. Doses that are too toxic or futile are not given again; see
 * {@link #decide} for the moves around them.
 *
 * @param target pT, highest acceptable toxicity
 * @param leastEfficacy qE, least acceptable efficacy
 * @param toxicityCuts where the intervals of toxicity meet
 * @param efficacyCuts where the intervals of efficacy meet
 * @param actions E, S or D by interval of toxicity, lowest first, and of efficacy, lowest first
 * @param toxicityCutoff a dose and all above are given up if Pr(p &gt; pT | data) exceeds this
 * @param futilityCutoff a dose is given up if Pr(q &lt; qE | data) exceeds this
 * @param utility by which a dose is selected in the end
 * @see <a href="https://doi.org/10.1158/1078-0432.CCR-16-1125">Li DH, Whitmore JB, Guo W, Ji Y. Toxicity and efficacy probability
 *     interval design for phase I adoptive cell therapy dose-finding clinical trials. Clin Cancer Res 2017;23:13-20</a>
 */
public record Tepi(
        double target,
        double leastEfficacy,
        List<Double> toxicityCuts,
        List<Double> efficacyCuts,
        List<List<Decision>> actions,
        double toxicityCutoff,
        double futilityCutoff,
        Utility utility)
        implements Design {

    public static final double DEFAULT_TOXICITY_CUTOFF = 0.95;
    /** Li 2017: Pr(q &gt; qE | data) &lt; 0.3. */
    public static final double DEFAULT_FUTILITY_CUTOFF = 0.7;

    public static final double PAPER_TARGET = 0.4;
    public static final double PAPER_LEAST_EFFICACY = 0.2;

    private static final List<List<Decision>> PAPER_ACTIONS = actions("EEEE/EEES/DSSS/DDDD");

    public Tepi {
        new Admissibility(target, toxicityCutoff, leastEfficacy, futilityCutoff);
        toxicityCuts = ascending(DoseFindingQuantity.TOXICITY_CUTS, toxicityCuts);
        efficacyCuts = ascending(DoseFindingQuantity.EFFICACY_CUTS, efficacyCuts);
        actions = actions.stream().map(List::copyOf).toList();
        int columns = efficacyCuts.size() + 1;
        if (actions.size() != toxicityCuts.size() + 1 || actions.stream().anyMatch(row -> row.size() != columns)) {
            throw Fault.of(DoseFindingFault.ACTIONS_DO_NOT_FIT)
                    .with("rows", toxicityCuts.size() + 1)
                    .with("columns", columns)
                    .asException();
        }
        if (actions.stream().flatMap(List::stream).anyMatch(action -> !isMove(action))) {
            throw Fault.of(DoseFindingFault.NOT_AN_ACTION).asException();
        }
    }

    /** The worked example of the paper: pT = 0.4, qE = 0.2. */
    public static Tepi ofPaper() {
        return new Tepi(
                PAPER_TARGET,
                PAPER_LEAST_EFFICACY,
                List.of(0.15, 0.33, PAPER_TARGET),
                List.of(PAPER_LEAST_EFFICACY, 0.4, 0.6),
                PAPER_ACTIONS,
                DEFAULT_TOXICITY_CUTOFF,
                DEFAULT_FUTILITY_CUTOFF,
                Utility.usual());
    }

    /**
     * With cuts that follow from pT and qE: those of the paper for its values, otherwise 0.15, pT and pT + 0.05 for toxicity and
     * qE, qE + 0.2 and qE + 0.4 for efficacy, as the R package phase12designs.
     *
     * @throws org.opencgt.science.BadInput if such cuts are impossible, so that they have to be given
     */
    public static Tepi withDefaults(double target, double leastEfficacy) {
        Tepi paper = ofPaper();
        if (target == PAPER_TARGET && leastEfficacy == PAPER_LEAST_EFFICACY) {
            return paper;
        }
        return new Tepi(
                target,
                leastEfficacy,
                List.of(0.15, target, target + 0.05),
                List.of(leastEfficacy, leastEfficacy + 0.2, leastEfficacy + 0.4),
                PAPER_ACTIONS,
                DEFAULT_TOXICITY_CUTOFF,
                DEFAULT_FUTILITY_CUTOFF,
                Utility.usual());
    }

    /** The same with other intervals and actions. */
    public Tepi withIntervals(List<Double> toxicity, List<Double> efficacy, List<List<Decision>> newActions) {
        return new Tepi(target, leastEfficacy, toxicity, efficacy, newActions, toxicityCutoff, futilityCutoff, utility);
    }

    /** The same with other cut-offs. */
    public Tepi withCutoffs(double newToxicityCutoff, double newFutilityCutoff) {
        return new Tepi(
                target,
                leastEfficacy,
                toxicityCuts,
                efficacyCuts,
                actions,
                newToxicityCutoff,
                newFutilityCutoff,
                utility);
    }

    /** The same with another utility. */
    public Tepi withUtility(Utility newUtility) {
        return new Tepi(
                target, leastEfficacy, toxicityCuts, efficacyCuts, actions, toxicityCutoff, futilityCutoff, newUtility);
    }

    /**
     * Reads actions written as rows of letters, such as {@code EEEE/EEES/DSSS/DDDD}.
     *
     * @throws org.opencgt.science.BadInput if a letter is not E, S or D
     */
    public static List<List<Decision>> actions(String rows) {
        List<List<Decision>> actions = new ArrayList<>();
        for (String row : rows.split("/")) {
            actions.add(row.strip()
                    .chars()
                    .mapToObj(letter -> Decision.ofCode(Character.toString(letter))
                            .filter(Tepi::isMove)
                            .orElseThrow(() ->
                                    Fault.of(DoseFindingFault.NOT_AN_ACTION).asException()))
                    .toList());
        }
        return actions;
    }

    @Override
    public String name() {
        return "tepi";
    }

    @Override
    public boolean usesResponses() {
        return true;
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("target", target);
        settings.put("minEfficacy", leastEfficacy);
        settings.put("toxicityCuts", toxicityCuts);
        settings.put("efficacyCuts", efficacyCuts);
        settings.put("actions", actions);
        settings.put("cutoffEli", toxicityCutoff);
        settings.put("cutoffFutility", futilityCutoff);
        settings.put("utility", utility.values());
        return settings;
    }

    @Override
    public int ideal(Truth truth, double aim) {
        return Ideal.ofUtility(truth, aim, utility);
    }

    /** What the table says for an outcome at a dose, its safety and futility included. */
    public EfficacyTable.Outcome cell(int patients, int dlts, int responses) {
        Admissibility admissibility = admissibility();
        int toxicity = toxicities().strongest(BetaPosterior.uniformPrior(dlts, patients));
        int efficacy = efficacies().strongest(BetaPosterior.uniformPrior(responses, patients));
        Decision action = actions.get(toxicity).get(efficacy);
        boolean toxic = admissibility.isTooToxic(patients, dlts);
        boolean futile = admissibility.isFutile(patients, responses);
        Decision decision = toxic
                ? Decision.ELIMINATE_TOXIC
                : !futile ? action : action == Decision.ESCALATE ? Decision.ESCALATE_FUTILE : Decision.ELIMINATE_FUTILE;
        return new EfficacyTable.Outcome(
                patients, dlts, responses, decision, action, toxic, futile, toxicity + 1, efficacy + 1);
    }

    @Override
    public EfficacyTable table(TableSize size) {
        List<EfficacyTable.Outcome> decisions = new ArrayList<>();
        size.patients()
                .forEach(n -> IntStream.rangeClosed(0, n)
                        .forEach(dlt -> IntStream.rangeClosed(0, n)
                                .forEach(responses -> decisions.add(cell(n, dlt, responses)))));
        return new EfficacyTable(name(), settings(), decisions);
    }

    /**
     * What to do. A dose that is too toxic is left for the highest admissible one below. Otherwise E leads to the lowest admissible
     * dose above and D to the highest below; where there is none, and with S, the dose stays. A dose that is futile is left in the
     * direction of its action if that is E, else downward; if there is no admissible dose downward, E excepted, the trial ends, as
     * it does when no dose is admissible.
     */
    @Override
    public Advice decide(TrialState state) {
        int[] n = TrialState.patients(state.doses());
        int[] y = TrialState.dlts(state.doses());
        int[] e = TrialState.responses(state.doses());
        int dose = state.current() - 1;
        if (n[dose] == 0) {
            return MoveAdvice.nobodyYet(state);
        }
        EfficacyTable.Outcome here = cell(n[dose], y[dose], e[dose]);
        Rules rules = rules(n.length, IntStream.of(n).max().orElseThrow());
        int next = rules.next(n, y, e, rules.excluded(n, y, e), dose, 0, 0);
        return new MoveAdvice(state, admissibility(), here.decision(), here.action(), why(here)).to(next);
    }

    @Override
    public Selection select(List<DoseOutcomes> doses) {
        long admissible = admissibility()
                .admissible(TrialState.patients(doses), TrialState.dlts(doses), TrialState.responses(doses));
        return new BestUtility(target, utility).select(doses, admissible);
    }

    @Override
    public Rules rules(int doses, int maximumPatients) {
        return new TepiRules(this, doses, maximumPatients);
    }

    Admissibility admissibility() {
        return new Admissibility(target, toxicityCutoff, leastEfficacy, futilityCutoff);
    }

    private ProbabilityIntervals toxicities() {
        return intervals(toxicityCuts);
    }

    private ProbabilityIntervals efficacies() {
        return intervals(efficacyCuts);
    }

    /** The action by toxicities alone and responses alone: the joint mass is largest where both are. */
    byte[] toxicityIntervals(int patients) {
        return strongest(toxicities(), patients);
    }

    byte[] efficacyIntervals(int patients) {
        return strongest(efficacies(), patients);
    }

    private static byte[] strongest(ProbabilityIntervals intervals, int patients) {
        byte[] strongest = new byte[patients + 1];
        for (int events = 0; events <= patients; events++) {
            strongest[events] = (byte) intervals.strongest(BetaPosterior.uniformPrior(events, patients));
        }
        return strongest;
    }

    private Explanation why(EfficacyTable.Outcome here) {
        return Explanation.of(DesignReason.INTERVALS_SAY)
                .with("patients", here.n())
                .with("dlts", here.dlt())
                .with("responses", here.responses())
                .with("toxicityLower", Figures.of(toxicities().lower(here.toxicityInterval() - 1)))
                .with("toxicityUpper", Figures.of(toxicities().upper(here.toxicityInterval() - 1)))
                .with("efficacyLower", Figures.of(efficacies().lower(here.efficacyInterval() - 1)))
                .with("efficacyUpper", Figures.of(efficacies().upper(here.efficacyInterval() - 1)))
                .with("action", here.action().toString());
    }

    private static ProbabilityIntervals intervals(List<Double> cuts) {
        List<Double> all = new ArrayList<>(cuts);
        all.addFirst(0.0);
        all.add(1.0);
        return new ProbabilityIntervals(all);
    }

    private static boolean isMove(Decision decision) {
        return decision == Decision.ESCALATE || decision == Decision.STAY || decision == Decision.DEESCALATE;
    }

    private static List<Double> ascending(DoseFindingQuantity quantity, List<Double> cuts) {
        double previous = 0;
        for (double cut : cuts) {
            Limits.inside(quantity, cut, previous, 1);
            previous = cut;
        }
        return List.copyOf(cuts);
    }
}
