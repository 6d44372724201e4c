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
import org.opencgt.analysis.LedgerTables;
import org.opencgt.analysis.NotAskable;
import org.opencgt.analysis.Outcome;
import org.opencgt.science.Fault;
import org.opencgt.science.Language;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Parameter;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.science.output.Format;
import org.opencgt.web.explorer.AskingForm;
import org.opencgt.web.explorer.Examples;
import org.opencgt.web.explorer.FaultPlace;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The analyses: a list, and for each a form made from its options with its result beside it. */
@Controller
public class AnalysisPages {

    /** Most analyses are over by then, and nobody sees a bar flash by. */
    private static final Duration AT_ONCE = Duration.ofMillis(800);

    /** A longer text that was pasted is kept as a file, not sent back with every page. */
    private static final int LONGEST_PASTED = 20_000;

    private static final int SUBJECTS_FOUND = 20;

    private static final String AGAIN = "_again";

    private final Pages pages;
    private final Analyses analyses;
    private final LedgerTables ledger;
    private final AnalysisRuns runs;
    private final AnalysisResults results;

    AnalysisPages(Pages pages, Analyses analyses, LedgerTables ledger, AnalysisRuns runs, AnalysisResults results) {
        this.pages = pages;
        this.analyses = analyses;
        this.ledger = ledger;
        this.runs = runs;
        this.results = results;
    }

    /** An area with its analyses. */
    public record Area(String name, String about, List<Verb> verbs) {}

    /** All areas. */
    public record ListView(List<Area> areas) {}

    /** What is wrong, and the lines of the file where it is. */
    public record Problem(String text, List<FaultPlace.Line> lines) {}

    /** A form with the result of what it asked. */
    public record ExplorerView(
            Verb verb,
            String address,
            AskingForm form,
            boolean example,
            @Nullable Problem problem,
            @Nullable String again,
            AnalysisResults.@Nullable RunView run) {}

    @GetMapping("/analyses")
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

    /** The form: empty, with an example, or with what the address gives for its options. */
    @GetMapping("/analyses/{area}/{verb}")
    ModelAndView form(
            Page page, @PathVariable String area, @PathVariable String verb, @RequestParam @Nullable String example) {
        Verb known = verb(page, area, verb);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (example != null) {
            fields.putAll(Examples.of(known));
        }
        page.parameters().forEach((name, texts) -> {
            if (isField(known, name)) {
                fields.put(name, List.of(texts));
                settings(known, name, texts).forEach((option, value) -> fields.put(option, List.of(value)));
            }
        });
        return explorer(page, known, fields, Map.of(), null, null, HttpStatus.OK);
    }

    /** What a table of the ledger wants the other options to be. */
    private Map<String, String> settings(Verb verb, String name, String[] texts) {
        return name.startsWith(AskingForm.LEDGER) && texts.length > 0
                ? LedgerTables.Name.parse(texts[0])
                        .map(table -> ledger.settings(verb, table))
                        .orElse(Map.of())
                : Map.of();
    }

    private static boolean isField(Verb verb, String name) {
        String option = name.startsWith(AskingForm.LEDGER) ? name.substring(AskingForm.LEDGER.length()) : name;
        return verb.parameters().stream().anyMatch(p -> p.property().equals(option));
    }

    @PostMapping("/analyses/{area}/{verb}")
    ModelAndView run(
            Page page, @PathVariable String area, @PathVariable String verb, MultipartHttpServletRequest request)
            throws IOException {
        Verb known = verb(page, area, verb);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, texts) -> {
            if (isField(known, name)) {
                fields.put(name, List.of(texts));
            }
        });
        Map<String, Asked.TextFile> files = new LinkedHashMap<>();
        try {
            gather(page, known, request, fields, files);
            Map<String, List<String>> values = new LinkedHashMap<>(fields);
            values.keySet().removeIf(name -> name.startsWith(AskingForm.LEDGER));
            AnalysisRuns.Run run = runs.start(
                    page.reader().person(),
                    known,
                    fields,
                    GivenValues.of(known, values, files),
                    page.words().locale());
            RedirectView there = new RedirectView(address(known) + "/runs/" + run.id());
            there.setStatusCode(HttpStatus.SEE_OTHER);
            return new ModelAndView(there);
        } catch (NotAskable e) {
            Problem problem = new Problem(page.words().of("fault." + e.code(), e.field()), List.of());
            FaultPlace place = new FaultPlace(e.field(), List.of());
            return explorer(page, known, fields, files, problem, place, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Busy e) {
            Problem problem = new Problem(page.t("problem.analysis-busy"), List.of());
            return explorer(page, known, fields, files, problem, null, HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    /** The files: uploaded now, read from the ledger, pasted at length, or given to the run before. */
    private void gather(
            Page page,
            Verb verb,
            MultipartHttpServletRequest request,
            Map<String, List<String>> fields,
            Map<String, Asked.TextFile> files)
            throws IOException {
        Map<String, Asked.TextFile> before = Optional.ofNullable(request.getParameter(AGAIN))
                .flatMap(again -> runs.find(again, page.reader().person()))
                .map(run -> run.asked().files())
                .orElse(Map.of());
        for (Parameter parameter : verb.parameters()) {
            String property = parameter.property();
            if (parameter.form() != Parameter.Form.FILE) {
                continue;
            }
            MultipartFile upload = request.getFile(property);
            String text = String.join("\n", fields.getOrDefault(property, List.of()));
            String table = String.join("", fields.getOrDefault(AskingForm.LEDGER + property, List.of()));
            if (upload != null && !upload.isEmpty()) {
                String name = upload.getOriginalFilename();
                files.put(property, new Asked.TextFile(name == null ? "" : name, upload.getBytes()));
                fields.remove(property);
                fields.remove(AskingForm.LEDGER + property);
            } else if (!text.isBlank()) {
                fields.remove(AskingForm.LEDGER + property);
                if (text.length() > LONGEST_PASTED) {
                    files.put(property, new Asked.TextFile(property + ".csv", text.getBytes(StandardCharsets.UTF_8)));
                    fields.remove(property);
                }
            } else if (!table.isBlank()) {
                LedgerTables.Name name = LedgerTables.Name.parse(table).orElseThrow(() -> ledger.unknown(property));
                files.put(property, ledger.read(verb, property, name));
                ledger.settings(verb, name).forEach((option, value) -> {
                    if (fields.getOrDefault(option, List.of()).stream().allMatch(String::isBlank)) {
                        fields.put(option, List.of(value));
                    }
                });
            } else if (before.containsKey(property)) {
                files.put(property, java.util.Objects.requireNonNull(before.get(property)));
            }
        }
    }

    @GetMapping("/analyses/{area}/{verb}/runs/{id}")
    ModelAndView result(Page page, @PathVariable String area, @PathVariable String verb, @PathVariable String id) {
        Optional<AnalysisRuns.Run> found = runs.find(id, page.reader().person());
        Verb known = verb(page, area, verb);
        if (found.isEmpty()) {
            Problem gone = new Problem(page.t("analysis.gone"), List.of());
            return explorer(page, known, Map.of(), Map.of(), gone, null, HttpStatus.NOT_FOUND);
        }
        AnalysisRuns.Run run = found.get();
        String address = address(run.verb()) + "/runs/" + run.id();
        Optional<Outcome> outcome = run.running().await(AT_ONCE);
        if (outcome.isEmpty()) {
            return explorer(page, known, run, null, null, AnalysisResults.underWay(run, address));
        }
        return switch (outcome.get()) {
            case Outcome.Found done -> explorer(page, known, run, null, null, results.found(page, run, done, address));
            case Outcome.Refused(Fault fault) -> {
                FaultPlace place = FaultPlace.of(run.verb(), run.asked(), fault);
                Language language = Analyses.language(page.words().locale());
                yield explorer(page, known, run, new Problem(fault.text(language), place.lines()), place, null);
            }
            case Outcome.TooLong() -> ended(page, known, run, page.t("analysis.too-long"));
            case Outcome.Cancelled() -> ended(page, known, run, page.t("analysis.cancelled"));
            case Outcome.Failed() -> ended(page, known, run, page.t("problem.internal"));
        };
    }

    private ModelAndView ended(Page page, Verb verb, AnalysisRuns.Run run, String how) {
        return explorer(page, verb, run, new Problem(how, List.of()), null, null);
    }

    /** What a page that waits asks for again and again; leads to the result when it is there. */
    @GetMapping("/analyses/{area}/{verb}/runs/{id}/progress")
    ModelAndView progress(Page page, @PathVariable String id, HttpServletResponse response) {
        AnalysisRuns.Run run = run(page, id);
        String address = address(run.verb()) + "/runs/" + id;
        if (run.running().outcome().isPresent()) {
            response.setHeader("HX-Redirect", address);
        }
        return pages.show(page, "analysis-progress", AnalysisResults.underWay(run, address));
    }

    @PostMapping("/analyses/{area}/{verb}/runs/{id}/cancel")
    RedirectView cancel(Page page, @PathVariable String id) {
        AnalysisRuns.Run run = run(page, id);
        runs.cancel(run);
        RedirectView there = new RedirectView(address(run.verb()) + "/runs/" + id);
        there.setStatusCode(HttpStatus.SEE_OTHER);
        return there;
    }

    /** Subjects of a run whose names hold the text. */
    @GetMapping("/analyses/{area}/{verb}/runs/{id}/subjects")
    @ResponseBody
    List<String> subjects(Page page, @PathVariable String id, @RequestParam(defaultValue = "") String q) {
        return run(page, id)
                .curves()
                .map(curves -> curves.search(q, SUBJECTS_FOUND))
                .orElseThrow(NoSuchPage::new);
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
            AnalysisRuns.Run run,
            @Nullable Problem problem,
            @Nullable FaultPlace place,
            AnalysisResults.@Nullable RunView view) {
        return pages.show(
                page,
                "analysis",
                new ExplorerView(
                        verb,
                        address(verb),
                        form(verb, run.fields(), run.asked().files(), problem, place),
                        !Examples.of(verb).isEmpty(),
                        problem,
                        run.id(),
                        view));
    }

    private ModelAndView explorer(
            Page page,
            Verb verb,
            Map<String, List<String>> fields,
            Map<String, Asked.TextFile> files,
            @Nullable Problem problem,
            @Nullable FaultPlace place,
            HttpStatus status) {
        return pages.show(
                page,
                "analysis",
                new ExplorerView(
                        verb,
                        address(verb),
                        form(verb, fields, files, problem, place),
                        !Examples.of(verb).isEmpty(),
                        problem,
                        null,
                        null),
                status);
    }

    private AskingForm form(
            Verb verb,
            Map<String, List<String>> fields,
            Map<String, Asked.TextFile> files,
            @Nullable Problem problem,
            @Nullable FaultPlace place) {
        return AskingForm.of(
                verb,
                fields,
                files,
                ledger,
                place == null ? null : place.property(),
                problem == null ? "" : problem.text());
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
