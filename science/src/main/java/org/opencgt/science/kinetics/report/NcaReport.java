package org.opencgt.science.kinetics.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opencgt.science.Language;
import org.opencgt.science.kinetics.BelowLimitRule;
import org.opencgt.science.kinetics.BelowLimitRule.Treatment;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.KineticFlag;
import org.opencgt.science.kinetics.KineticParameters;
import org.opencgt.science.kinetics.NonCompartmental;
import org.opencgt.science.kinetics.Parameter;
import org.opencgt.science.kinetics.ParameterSummary;
import org.opencgt.science.kinetics.Phases;
import org.opencgt.science.kinetics.TerminalRule;
import org.opencgt.science.report.Block;
import org.opencgt.science.report.Content;
import org.opencgt.science.report.Section;

/**
 * The report of a non-compartmental analysis.
 *
 * @param curves as they were given
 * @param phases of these curves, to be marked in plots; may be empty
 */
public record NcaReport(
        List<Curve> curves,
        List<Phases> phases,
        NonCompartmental analysis,
        List<Parameter> parameters,
        List<KineticParameters> rows,
        List<ParameterSummary> summaries)
        implements Content.Source {

    /** The columns by subject; all parameters are in the summary and in the data. */
    private static final Set<String> BY_SUBJECT = Set.of(
            "cmax",
            "tmax",
            "clast",
            "tlast",
            "auclast",
            "aucinf_obs",
            "lambda_z",
            "half_life",
            "adj_r_squared",
            "lambda_z_n",
            "cmax_over_tmax",
            "auc_extrapolated_percent",
            "auc_tau",
            "ctrough",
            "accumulation_ratio",
            "cmax_per_dose");

    private static final Set<String> SUMMARISED = Set.of(
            "cmax",
            "tmax",
            "clast",
            "tlast",
            "auclast",
            "aucinf_obs",
            "half_life",
            "lambda_z",
            "cmax_over_tmax",
            "auc_extrapolated_percent",
            "mrt_last",
            "t_below_limit",
            "cmax_per_dose",
            "auclast_per_dose",
            "auc_tau",
            "ctrough",
            "cav",
            "fluctuation_percent",
            "accumulation_ratio");

    @Override
    public Content in(Language language) {
        Wording wording = new Wording(language, analysis.units());
        CurvePlots plots = new CurvePlots(wording, curves);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(wording.of(Phrase.OVERVIEW), overview(wording)));
        sections.add(new Section(wording.of(Phrase.CURVES), plots.all(phases)));
        List<Block> summary = new ArrayList<>(Tables.summary(
                wording,
                summaries.stream()
                        .filter(row -> SUMMARISED.contains(row.parameter())
                                || row.parameter().matches("auc_\\S+_\\S+"))
                        .toList()));
        summary.add(new Block.Text(wording.of(Phrase.SUMMARY_NOTE)));
        sections.add(new Section(wording.of(Phrase.SUMMARY_BY_GROUP), summary));
        sections.add(new Section(wording.of(Phrase.PARAMETERS_BY_SUBJECT), bySubject(wording)));
        sections.add(Section.of(
                wording.of(Phrase.INDIVIDUAL_CURVES),
                plots.byThemselves(phases, rows.size() == curves.size() ? rows : List.of())));
        Map<String, List<KineticFlag>> flags = new LinkedHashMap<>();
        rows.forEach(row -> flags.merge(row.subject(), row.flags(), NcaReport::joined));
        sections.add(new Section(wording.of(Phrase.FLAGS), Tables.flags(wording, flags)));
        sections.add(new Section(wording.of(Phrase.METHOD), method(wording)));
        return new Content(wording.of(Phrase.NCA_TITLE), sections);
    }

    private static List<KineticFlag> joined(List<KineticFlag> one, List<KineticFlag> other) {
        List<KineticFlag> both = new ArrayList<>(one);
        other.stream().filter(flag -> !both.contains(flag)).forEach(both::add);
        return both;
    }

    private List<Block> overview(Wording wording) {
        int samples = curves.stream().mapToInt(Curve::size).sum();
        int missing = curves.stream().mapToInt(Curve::missing).sum();
        long below = curves.stream()
                .mapToLong(curve -> {
                    long count = 0;
                    for (int i = 0; i < curve.size(); i++) {
                        count += curve.isQuantified(i) ? 0 : 1;
                    }
                    return count;
                })
                .sum();
        long reliable =
                rows.stream().filter(KineticParameters::hasReliableHalfLife).count();
        return List.of(new Block.Facts(List.of(
                new Block.Fact(wording.of(Phrase.SUBJECTS), Integer.toString(curves.size())),
                new Block.Fact(wording.of(Phrase.SAMPLES), Integer.toString(samples)),
                new Block.Fact(wording.of(Phrase.BELOW_LIMIT), Long.toString(below)),
                new Block.Fact(wording.of(Phrase.MISSING), Integer.toString(missing)),
                new Block.Fact(wording.of(Phrase.RELIABLE_HALF_LIVES), reliable + " / " + rows.size()))));
    }

    private List<Block> bySubject(Wording wording) {
        List<Tables.Cell<KineticParameters>> cells = new ArrayList<>();
        cells.add(new Tables.Cell<>(
                wording.label(KineticParameters.class, "subject"), false, KineticParameters::subject));
        if (rows.stream().anyMatch(row -> !row.group().isEmpty())) {
            cells.add(new Tables.Cell<>(wording.of(Phrase.GROUP), false, KineticParameters::group));
        }
        if (rows.stream().anyMatch(row -> row.administration() != null)) {
            cells.add(new Tables.Cell<>(wording.label(KineticParameters.class, "dose_number"), true, row -> {
                KineticParameters.Administration dose = row.administration();
                return dose == null ? "–" : Integer.toString(dose.doseNumber());
            }));
        }
        cells.addAll(Tables.parameters(
                wording,
                parameters.stream()
                        .filter(parameter -> parameter.interval() != null || BY_SUBJECT.contains(parameter.name()))
                        .toList()));
        List<Block> blocks = new ArrayList<>(Tables.of(wording, rows, cells));
        blocks.add(new Block.Text(wording.of(Phrase.SIGNIFICANT_DIGITS)));
        return blocks;
    }

    // --- Method ---

    private List<Block> method(Wording wording) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(List.of(
                new Block.Fact(
                        wording.of(Phrase.RULE_AUC),
                        wording.of(
                                switch (analysis.aucRule()) {
                                    case LIN_UP_LOG_DOWN -> Phrase.AUC_LIN_UP_LOG_DOWN;
                                    case LINEAR -> Phrase.AUC_LINEAR;
                                    case LIN_LOG -> Phrase.AUC_LIN_LOG;
                                })),
                new Block.Fact(wording.of(Phrase.RULE_BELOW_LIMIT), belowLimit(wording)),
                new Block.Fact(wording.of(Phrase.RULE_TERMINAL), terminal(wording)),
                new Block.Fact(
                        wording.of(Phrase.RULE_START),
                        wording.of(
                                switch (analysis.startRule()) {
                                    case REQUIRED -> Phrase.START_REQUIRED;
                                    case ZERO -> Phrase.START_ZERO;
                                    case PREDOSE -> Phrase.START_PREDOSE;
                                    case BACK_EXTRAPOLATED -> Phrase.START_BACK_EXTRAPOLATED;
                                })),
                new Block.Fact(
                        wording.of(Phrase.RULE_TAIL),
                        wording.of(
                                switch (analysis.tailRule()) {
                                    case LAST -> Phrase.TAIL_LAST;
                                    case ALL -> Phrase.TAIL_ALL;
                                    case INF_OBS -> Phrase.TAIL_INF_OBS;
                                    case INF_PRED -> Phrase.TAIL_INF_PRED;
                                })),
                new Block.Fact(
                        wording.of(Phrase.RULE_INTERVAL), analysis.interval().toString()),
                new Block.Fact(
                        wording.of(Phrase.RULE_QUALITY),
                        wording.of(
                                Phrase.QUALITY,
                                Map.of(
                                        "r2", analysis.quality().adjRSquared(),
                                        "span", analysis.quality().span(),
                                        "extrapolated",
                                                wording.number(
                                                        100 * analysis.quality().extrapolated())))))));
        blocks.add(new Block.Text(wording.of(Phrase.DEFINITIONS)));
        blocks.add(new Block.Points(List.of(
                wording.of(Phrase.DEFINITION_CMAX),
                wording.of(Phrase.DEFINITION_AUC),
                wording.of(Phrase.DEFINITION_LAMBDA),
                wording.of(Phrase.DEFINITION_INFINITY),
                wording.of(Phrase.DEFINITION_PARTIAL))));
        if (!phases.isEmpty()) {
            blocks.add(new Block.Text(wording.of(Phrase.PHASES_METHOD)));
        }
        return blocks;
    }

    private String belowLimit(Wording wording) {
        BelowLimitRule rule = analysis.belowLimitRule();
        return wording.of(
                Phrase.BELOW_LIMIT_PLACES,
                Map.of(
                        "first", treatment(wording, rule.first()),
                        "middle", treatment(wording, rule.middle()),
                        "last", treatment(wording, rule.last())));
    }

    private static String treatment(Wording wording, Treatment treatment) {
        return switch (treatment) {
            case BelowLimitRule.Keep keep -> wording.of(Phrase.TREATMENT_KEEP);
            case BelowLimitRule.Drop drop -> wording.of(Phrase.TREATMENT_DROP);
            case BelowLimitRule.HalfLimit half -> wording.of(Phrase.TREATMENT_HALF);
            case BelowLimitRule.Replace(double value) ->
                wording.of(Phrase.TREATMENT_REPLACE, Map.of("value", wording.number(value)));
        };
    }

    private String terminal(Wording wording) {
        return switch (analysis.terminalRule()) {
            case TerminalRule.BestFit best ->
                wording.of(
                        best.candidates() == TerminalRule.Candidates.ALL
                                ? Phrase.TERMINAL_ALL
                                : Phrase.TERMINAL_FALLING,
                        Map.of("minimum", best.minimum(), "tolerance", best.tolerance()));
            case TerminalRule.Window(var interval) ->
                wording.of(Phrase.TERMINAL_WINDOW, Map.of("interval", interval.toString()));
        };
    }
}
