package org.opencgt.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.analysis.Analyses;
import org.opencgt.analysis.Busy;
import org.opencgt.analysis.GivenValues;
import org.opencgt.analysis.NotAskable;
import org.opencgt.analysis.Outcome;
import org.opencgt.science.Language;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Parameter;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.science.output.Format;
import org.opencgt.science.output.Json;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import tools.jackson.databind.JsonNode;

/** The analyses: a list, and for each a form made from its options with its result beside it. */
@Controller
public class AnalysisPages {

    /** Most analyses are over by then, and nobody sees a bar flash by. */
    private static final Duration AT_ONCE = Duration.ofMillis(800);

    private static final String AGAIN = "_again";

    private final Pages pages;
    private final Analyses analyses;
    private final AnalysisRuns runs;

    AnalysisPages(Pages pages, Analyses analyses, AnalysisRuns runs) {
        this.pages = pages;
        this.analyses = analyses;
        this.runs = runs;
    }

    /** An area with its analyses. */
    public record Area(String name, String about, List<Verb> verbs) {}

    /** All areas. */
    public record ListView(List<Area> areas) {}

    /** A field of the form. */
    public record Input(Parameter parameter, String value) {}

    /** A bar. */
    public record Bar(String label, String value, double height) {}

    /** Bars for each dose. */
    public record Chart(String title, List<Bar> bars) {}

    /** What became of a run; only what is there yet is set. */
    public record RunView(
            String address,
            boolean over,
            @Nullable Integer percent,
            @Nullable String problem,
            List<String> unmet,
            List<Chart> charts,
            ResultTable.@Nullable Cut table,
            boolean report) {}

    /** A form with the result of what it asked. */
    public record ExplorerView(
            Verb verb,
            String address,
            List<Input> first,
            List<Input> more,
            @Nullable String problem,
            @Nullable String again,
            @Nullable RunView run) {}

    @GetMapping({"/analyses", "/areas/pharmacology"})
    ModelAndView list(Page page) {
        Locale locale = page.words().locale();
        Map<String, List<Verb>> areas = new LinkedHashMap<>();
        analyses.verbs(locale)
                .forEach(verb -> areas.computeIfAbsent(verb.area(), a -> new ArrayList<>())
                        .add(verb));
        return pages.show(
                page,
                "analyses",
                new ListView(areas.entrySet().stream()
                        .map(area -> new Area(
                                area.getKey(),
                                analyses.about(area.getKey(), locale).orElse(area.getKey()),
                                area.getValue()))
                        .toList()));
    }

    @GetMapping("/analyses/{area}/{verb}")
    ModelAndView form(
            Page page, @PathVariable String area, @PathVariable String verb, @RequestParam @Nullable String example) {
        Verb known = verb(page, area, verb);
        return explorer(
                page, known, example == null ? Map.of() : AnalysisExamples.of(known), null, null, HttpStatus.OK);
    }

    @PostMapping("/analyses/{area}/{verb}")
    ModelAndView run(
            Page page, @PathVariable String area, @PathVariable String verb, MultipartHttpServletRequest request)
            throws IOException {
        Verb known = verb(page, area, verb);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, texts) -> {
            if (known.parameter(name).isPresent()) {
                fields.put(name, List.of(texts));
            }
        });
        Map<String, Asked.TextFile> files = new LinkedHashMap<>();
        String again = request.getParameter(AGAIN);
        if (again != null) {
            runs.find(again, page.reader().person())
                    .ifPresent(before -> before.asked().files().forEach((name, file) -> {
                        if (fields.getOrDefault(name, List.of()).stream().allMatch(String::isBlank)) {
                            files.put(name, file);
                        }
                    }));
        }
        for (MultipartFile file : request.getFileMap().values()) {
            if (!file.isEmpty()) {
                fields.remove(file.getName());
                String name = file.getOriginalFilename();
                files.put(file.getName(), new Asked.TextFile(name == null ? "" : name, file.getBytes()));
            }
        }
        try {
            AnalysisRuns.Run run = runs.start(
                    page.reader().person(),
                    known,
                    fields,
                    GivenValues.of(known, fields, files),
                    page.words().locale());
            RedirectView there = new RedirectView(address(known) + "/runs/" + run.id());
            there.setStatusCode(HttpStatus.SEE_OTHER);
            return new ModelAndView(there);
        } catch (NotAskable e) {
            String problem = page.words().of("fault." + e.code(), e.field());
            return explorer(page, known, fields, problem, null, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Busy e) {
            String problem = page.t("problem.analysis-busy");
            return explorer(page, known, fields, problem, null, HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    @GetMapping("/analyses/{area}/{verb}/runs/{id}")
    ModelAndView result(
            Page page,
            @PathVariable String area,
            @PathVariable String verb,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "asc") String order,
            @RequestParam(name = "page", defaultValue = "1") String number) {
        Optional<AnalysisRuns.Run> found = runs.find(id, page.reader().person());
        Verb known = verb(page, area, verb);
        if (found.isEmpty()) {
            return explorer(page, known, Map.of(), page.t("analysis.gone"), null, HttpStatus.NOT_FOUND);
        }
        AnalysisRuns.Run run = found.get();
        int at = number.matches("\\d{1,6}") ? Integer.parseInt(number) - 1 : 0;
        Optional<Outcome> outcome = run.running().await(AT_ONCE);
        RunView view = outcome.map(o -> over(page, run, o, sort, order.equals("desc"), at))
                .orElseGet(() -> under(run));
        return explorer(page, known, run.fields(), view.problem(), new Shown(run.id(), view), HttpStatus.OK);
    }

    private record Shown(String id, RunView view) {}

    /** What a page that waits asks for again and again; leads to the result when it is there. */
    @GetMapping("/analyses/{area}/{verb}/runs/{id}/progress")
    ModelAndView progress(Page page, @PathVariable String id, HttpServletResponse response) {
        AnalysisRuns.Run run = run(page, id);
        if (run.running().outcome().isPresent()) {
            response.setHeader("HX-Redirect", address(run.verb()) + "/runs/" + id);
        }
        return pages.show(page, "analysis-progress", under(run));
    }

    @PostMapping("/analyses/{area}/{verb}/runs/{id}/cancel")
    RedirectView cancel(Page page, @PathVariable String id) {
        AnalysisRuns.Run run = run(page, id);
        run.running().cancel();
        RedirectView there = new RedirectView(address(run.verb()) + "/runs/" + id);
        there.setStatusCode(HttpStatus.SEE_OTHER);
        return there;
    }

    /** The result as a file: csv, json, or html, the report. */
    @GetMapping("/analyses/{area}/{verb}/runs/{id}/result.{ending}")
    ResponseEntity<byte[]> file(
            Page page, @PathVariable String id, @PathVariable String ending, @RequestParam @Nullable String show) {
        AnalysisRuns.Run run = run(page, id);
        if (!(run.running().outcome().orElse(null) instanceof Outcome.Found found)) {
            throw new NoSuchPage();
        }
        Language language = Analyses.language(page.words().locale());
        String name = run.verb().area() + "-" + run.verb().name() + "." + ending;
        String text = switch (ending) {
            case "csv" -> "\ufeff" + found.document().text(Format.CSV, language);
            case "json" -> found.document().text(Format.JSON, language);
            case "html" -> Optional.ofNullable(found.report()).orElseThrow(NoSuchPage::new);
            default -> throw new NoSuchPage();
        };
        MediaType type = ending.equals("json")
                ? MediaType.APPLICATION_JSON
                : new MediaType("text", ending, StandardCharsets.UTF_8);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(type)
                // a report brings its styles along and may do nothing else; only our own page may frame it
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'");
        if (show == null) {
            answer.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        } else {
            answer.header("X-Frame-Options", "SAMEORIGIN");
        }
        return answer.body(text.getBytes(StandardCharsets.UTF_8));
    }

    private ModelAndView explorer(
            Page page,
            Verb verb,
            Map<String, List<String>> fields,
            @Nullable String problem,
            @Nullable Shown shown,
            HttpStatus status) {
        List<Input> first = new ArrayList<>();
        List<Input> more = new ArrayList<>();
        for (Parameter parameter : verb.parameters()) {
            String given = String.join("\n", fields.getOrDefault(parameter.property(), List.of()));
            Input input = new Input(parameter, given);
            (parameter.required() || AnalysisExamples.isUsual(parameter) || !given.isBlank() ? first : more).add(input);
        }
        return pages.show(
                page,
                "analysis",
                new ExplorerView(
                        verb,
                        address(verb),
                        first,
                        more,
                        problem,
                        shown == null ? null : shown.id(),
                        shown == null ? null : shown.view()),
                status);
    }

    private static RunView under(AnalysisRuns.Run run) {
        return new RunView(
                address(run.verb()) + "/runs/" + run.id(),
                false,
                run.running().percent().orElse(null),
                null,
                List.of(),
                List.of(),
                null,
                false);
    }

    private static RunView over(
            Page page, AnalysisRuns.Run run, Outcome outcome, String sort, boolean descending, int at) {
        Language language = Analyses.language(page.words().locale());
        String address = address(run.verb()) + "/runs/" + run.id();
        return switch (outcome) {
            case Outcome.Found found ->
                new RunView(
                        address,
                        true,
                        null,
                        null,
                        found.unmet().stream()
                                .map(fault -> fault.text(language))
                                .toList(),
                        charts(page, found, language),
                        ResultTable.of(found.document(), language).cut(sort, descending, at),
                        found.report() != null);
            case Outcome.Refused(var fault) -> ended(address, fault.text(language));
            case Outcome.TooLong() -> ended(address, page.t("analysis.too-long"));
            case Outcome.Cancelled() -> ended(address, page.t("analysis.cancelled"));
            case Outcome.Failed() -> ended(address, page.t("problem.internal"));
        };
    }

    private static RunView ended(String address, String problem) {
        return new RunView(address, true, null, problem, List.of(), List.of(), null, false);
    }

    /** What operating characteristics say of each dose. */
    private static List<Chart> charts(Page page, Outcome.Found found, Language language) {
        if (found.document().hasRows()) {
            return List.of();
        }
        JsonNode result = Json.mapper().readTree(found.document().text(Format.JSON, language));
        List<Chart> charts = new ArrayList<>();
        if (result.path("selectionPercent").isArray() && result.path("patients").isArray()) {
            charts.add(chart(page.t("analysis.selection"), result.path("selectionPercent")));
            charts.add(chart(page.t("analysis.patients"), result.path("patients")));
        }
        return charts;
    }

    private static Chart chart(String title, JsonNode values) {
        double highest =
                values.valueStream().mapToDouble(JsonNode::asDouble).max().orElse(1);
        List<Bar> bars = new ArrayList<>();
        for (JsonNode value : values) {
            bars.add(new Bar(
                    Integer.toString(bars.size() + 1),
                    String.format(Locale.ROOT, "%.1f", value.asDouble()),
                    highest <= 0 ? 0 : 100 * value.asDouble() / highest));
        }
        return new Chart(title, bars);
    }

    private AnalysisRuns.Run run(Page page, String id) {
        return runs.find(id, page.reader().person()).orElseThrow(NoSuchPage::new);
    }

    private Verb verb(Page page, String area, String verb) {
        return analyses.verb(area, verb, page.words().locale()).orElseThrow(NoSuchPage::new);
    }

    private static String address(Verb verb) {
        return "/analyses/" + verb.area() + "/" + verb.name();
    }
}
