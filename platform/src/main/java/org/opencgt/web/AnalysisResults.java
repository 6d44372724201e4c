package org.opencgt.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.analysis.Analyses;
import org.opencgt.analysis.Outcome;
import org.opencgt.science.Fault;
import org.opencgt.science.Language;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.PhaseFlag;
import org.opencgt.science.kinetics.Phases;
import org.opencgt.science.output.Document;
import org.opencgt.science.output.Format;
import org.opencgt.science.output.Json;
import org.opencgt.web.explorer.Companion;
import org.opencgt.web.explorer.CurveBook;
import org.opencgt.web.explorer.CurvePlot;
import org.opencgt.web.explorer.DecisionGrid;
import org.opencgt.web.explorer.DoseBars;
import org.opencgt.web.explorer.ResultTable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** What a page shows of a run. */
@Component
public class AnalysisResults {

    /** A companion is begun with its run and mostly over before it. */
    private static final Duration FOR_COMPANIONS = Duration.ofSeconds(5);

    /** Analyses whose reports draw what the page draws from the curves; other reports have plots of their own. */
    private static final List<String> DRAWN = List.of("nca", "phases");

    /** What a summary on a page tells of each parameter; CSV has more. */
    private static final List<String> SUMMARISED = List.of(
            "group", "parameter", "unit", "n", "geometric_mean", "geometric_cv_percent", "median", "min", "max");

    /** What became of a run; under way there is nothing else yet. */
    public record RunView(
            String address,
            boolean over,
            @Nullable Integer percent,
            @Nullable Result result) {}

    /**
     * What was found.
     *
     * @param decision what {@code dose decide} says; null for other analyses
     * @param kept what the address of another order of rows keeps of this one
     * @param next address that asks how the design of a table behaves; null for other analyses
     * @param report whether there is one
     * @param drawn whether the page draws what the report draws, or that has no plot
     */
    public record Result(
            List<String> unmet,
            @Nullable Decision decision,
            @Nullable DecisionGrid grid,
            @Nullable DoseBars bars,
            @Nullable Curves curves,
            ResultTable.@Nullable Cut summary,
            ResultTable.Cut table,
            String kept,
            @Nullable String next,
            boolean report,
            boolean drawn) {}

    /** A decision with its reason. */
    public record Decision(String letter, String reason) {}

    /**
     * Curves to look at.
     *
     * @param together all of them, as the plot component takes them
     * @param drawn how many of them are drawn
     * @param early until when most of it happens, with its unit; empty if all do
     * @param subject the one that is looked at
     * @param single its plot
     * @param phases what is known of its phases
     */
    public record Curves(
            String together,
            int drawn,
            int total,
            int samples,
            boolean medians,
            String early,
            String subject,
            @Nullable String before,
            @Nullable String after,
            String single,
            List<Phase> phases,
            List<String> notes) {}

    /** A phase of a curve; texts are empty where there is nothing to say. */
    public record Phase(String name, String from, String to, String n, String time, String fold) {}

    static RunView underWay(AnalysisRuns.Run run, String address) {
        return new RunView(address, false, run.running().percent().orElse(null), null);
    }

    RunView found(Page page, AnalysisRuns.Run run, Outcome.Found found, String address) {
        Language language = Analyses.language(page.words().locale());
        Document document = found.document();
        boolean dose = run.verb().area().equals("dose");
        JsonNode json = dose
                ? Json.mapper().readTree(document.text(Format.JSON, language))
                : Json.mapper().nullNode();
        DecisionGrid grid = dose ? grid(page, run, json, language) : null;
        DoseBars bars = dose ? DoseBars.of(json, number(page, "scenarios") - 1).orElse(null) : null;
        Curves curves =
                run.curves().map(book -> curves(page, run, book, address)).orElse(null);
        ResultTable.Cut table = run.table("result", document, language)
                .cut(
                        text(page, "sort"),
                        text(page, "order").equals("desc"),
                        number(page, "page") - 1,
                        text(page, "columns").equals("all"));
        ResultTable.Cut summary = run.companion(Companion.SUMMARY, FOR_COMPANIONS)
                .map(other ->
                        run.table("summary", other.document(), language).only(SUMMARISED, "parameter", table.heads()))
                .orElse(null);
        return new RunView(
                address,
                true,
                null,
                new Result(
                        found.unmet().stream()
                                .map(fault -> fault.text(language))
                                .toList(),
                        decision(run, json),
                        grid,
                        bars,
                        curves,
                        summary,
                        table,
                        kept(page),
                        grid != null && run.verb().name().equals("table") ? simulation(run) : null,
                        found.report() != null,
                        grid != null
                                || bars != null
                                || (curves != null && DRAWN.contains(run.verb().name()))
                                || !hasPlot(found)));
    }

    private static boolean hasPlot(Outcome.Found found) {
        return found.report() != null && found.report().contains("<svg");
    }

    private static String kept(Page page) {
        UriComponentsBuilder kept = UriComponentsBuilder.newInstance();
        for (String name : List.of("columns", "subject", "n", "scenarios", "scale", "times")) {
            if (!text(page, name).isEmpty()) {
                kept.queryParam(name, text(page, name));
            }
        }
        return kept.encode().build().toUriString().replaceFirst("^\\?", "&");
    }

    private static @Nullable Decision decision(AnalysisRuns.Run run, JsonNode json) {
        return run.verb().name().equals("decide") && json.path("reason").isString()
                ? new Decision(
                        json.path("decision").asString(), json.path("reason").asString())
                : null;
    }

    /** The table that was asked for, or that of the design, with the outcome that was asked about marked. */
    private static @Nullable DecisionGrid grid(Page page, AnalysisRuns.Run run, JsonNode json, Language language) {
        DecisionGrid.Outcome here = run.verb().name().equals("decide")
                ? Companion.asked(run.asked()).orElse(null)
                : null;
        JsonNode table = run.companion(Companion.DECISION_TABLE, FOR_COMPANIONS)
                .map(other -> Json.mapper().readTree(other.document().text(Format.JSON, language)))
                .orElse(json);
        return DecisionGrid.of(table, number(page, "n"), here).orElse(null);
    }

    private static String simulation(AnalysisRuns.Run run) {
        UriComponentsBuilder there = UriComponentsBuilder.fromPath("/analyses/dose/simulate");
        run.fields().forEach((name, texts) -> {
            if (!List.of("maxN", "row", "table").contains(name)
                    && texts.stream().noneMatch(String::isBlank)) {
                there.queryParam(name, texts.toArray());
            }
        });
        return there.queryParam("example", "1").encode().build().toUriString();
    }

    private static Curves curves(Page page, AnalysisRuns.Run run, CurveBook book, String address) {
        String wanted = text(page, "subject");
        Curve curve = book.find(wanted).orElseGet(() -> book.all().getFirst());
        CurvePlot plot = new CurvePlot(page.words(), book);
        CurvePlot.Together together = run.together(page.words(), book, address + "?subject=");
        Phases phases = book.phases(curve);
        Language language = Analyses.language(page.words().locale());
        List<String> notes = new ArrayList<>();
        for (PhaseFlag flag : phases.flags()) {
            notes.add(Fault.of(flag).text(language));
        }
        if (curve.missing() > 0) {
            notes.add(page.t("analysis.curves.missing", curve.missing()));
        }
        return new Curves(
                together.json(),
                together.drawn(),
                book.size(),
                book.samples(),
                together.medians(),
                book.early().isPresent()
                        ? (six(book.early().getAsDouble()) + " " + book.units().timeUnit()).strip()
                        : "",
                curve.subject(),
                book.beside(curve.subject(), -1).orElse(null),
                book.beside(curve.subject(), 1).orElse(null),
                plot.single(curve).toString(),
                phases(page, phases),
                notes);
    }

    private static List<Phase> phases(Page page, Phases phases) {
        List<Phase> rows = new ArrayList<>();
        decline(page, "distribution", phases.distribution()).ifPresent(rows::add);
        Phases.Expansion rise = phases.expansion();
        if (rise.exists()) {
            rows.add(new Phase(
                    page.t("analysis.phase.expansion"),
                    six(rise.start()),
                    six(rise.end()),
                    Integer.toString(rise.n()),
                    page.t("analysis.phase.doubling", six(rise.doublingTime())),
                    page.t("analysis.phase.fold", six(rise.fold()))));
        }
        decline(page, "contraction", phases.contraction()).ifPresent(rows::add);
        decline(page, "persistence", phases.persistence()).ifPresent(rows::add);
        return rows;
    }

    private static Optional<Phase> decline(Page page, String name, Phases.Decline fall) {
        return fall.exists()
                ? Optional.of(new Phase(
                        page.words().of("analysis.phase." + name),
                        six(fall.start()),
                        six(fall.end()),
                        Integer.toString(fall.n()),
                        Double.isNaN(fall.halfLife()) ? "" : page.t("analysis.phase.half-life", six(fall.halfLife())),
                        ""))
                : Optional.empty();
    }

    private static String six(double value) {
        return Double.isFinite(value) ? Document.sixDigits(value) : "";
    }

    private static String text(Page page, String name) {
        String[] given = page.parameters().get(name);
        return given == null || given.length == 0 ? "" : given[0];
    }

    private static int number(Page page, String name) {
        String given = text(page, name);
        return given.matches("\\d{1,6}") ? Integer.parseInt(given) : 0;
    }
}
