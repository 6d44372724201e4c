package org.opencgt.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.analysis.Analyses;
import org.opencgt.analysis.Asking;
import org.opencgt.analysis.Busy;
import org.opencgt.analysis.GivenValues;
import org.opencgt.analysis.LedgerTables;
import org.opencgt.analysis.NotAskable;
import org.opencgt.analysis.Outcome;
import org.opencgt.analysis.PresentData;
import org.opencgt.analysis.Rerun;
import org.opencgt.analysis.Signable;
import org.opencgt.analysis.SignedAnalysis;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.science.Language;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;
import org.opencgt.science.output.Format;
import org.opencgt.science.output.Json;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The analyses of the command line, on posted data. Open to everybody who is signed in; nothing is kept. */
@RestController
@RequestMapping("/api/analyses")
class AnalysesApi {

    /** How long an answer may take; what takes longer belongs on the command line or on the pages. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final List<MediaType> KNOWN =
            List.of(MediaType.APPLICATION_JSON, new MediaType("text", "csv"), MediaType.TEXT_HTML);

    private final Analyses analyses;
    private final LedgerTables tables;
    private final SubjectReading subjects;
    private final PresentData present;
    private final Problems problems;

    AnalysesApi(
            Analyses analyses, LedgerTables tables, SubjectReading subjects, PresentData present, Problems problems) {
        this.analyses = analyses;
        this.tables = tables;
        this.subjects = subjects;
        this.present = present;
        this.problems = problems;
    }

    /** An analysis with the JSON Schema of what it can be asked. */
    record Listed(String area, String verb, String about, Object schema) {}

    @GetMapping
    List<Listed> list(Locale locale) {
        return analyses.verbs(locale).stream()
                .map(verb -> new Listed(verb.area(), verb.name(), verb.about(), AnalysisSchema.of(verb)))
                .toList();
    }

    @GetMapping("/{area}/{verb}")
    ResponseEntity<?> schema(@PathVariable String area, @PathVariable String verb, Locale locale) {
        return analyses.verb(area, verb, locale)
                .<ResponseEntity<?>>map(known -> ResponseEntity.ok(AnalysisSchema.of(known)))
                .orElseGet(() -> ApiFaults.answer(problems.notFound("unknown-analysis", locale, area, verb)));
    }

    @PostMapping(path = "/{area}/{verb}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> run(
            @PathVariable String area,
            @PathVariable String verb,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestBody JsonNode body,
            Locale locale) {
        return analyses.verb(area, verb, locale)
                .<ResponseEntity<?>>map(
                        known -> run(known, Asking.of(known, body, tables).asked(), accept, locale))
                .orElseGet(() -> ApiFaults.answer(problems.notFound("unknown-analysis", locale, area, verb)));
    }

    /**
     * Runs it and answers with the act {@code analysis.sign} that keeps data, options, version and result, to be signed and posted to
     * {@code /api/acts/analysis.sign}.
     */
    @PostMapping(path = "/{area}/{verb}/signable", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> signable(
            @PathVariable String area,
            @PathVariable String verb,
            @RequestParam(defaultValue = "") String title,
            @RequestBody JsonNode body,
            Locale locale) {
        Verb known = analyses.verb(area, verb, locale).orElse(null);
        if (known == null) {
            return ApiFaults.answer(problems.notFound("unknown-analysis", locale, area, verb));
        }
        Asking asking = Asking.of(known, body, tables);
        Outcome outcome =
                analyses.start(known, asking.asked(), locale, LONGEST, false).await();
        return outcome instanceof Outcome.Found found
                ? ResponseEntity.ok(Signable.act(
                        known,
                        asking.asked(),
                        asking.tables(),
                        title.isBlank() ? known.area() + " " + known.name() : title,
                        found.document().text(Format.JSON, Language.ENGLISH)))
                : failed(outcome, locale);
    }

    /**
     * Whether this program gives the same digits as a signed analysis.
     *
     * @param sameDataNow whether the tables of the ledger that it names hold the same now; absent if it names none
     */
    record RerunAnswer(
            String analysis,
            boolean same,
            String engine,
            String signedEngine,
            @Nullable Boolean sameDataNow,
            @Nullable String problem) {}

    @PostMapping("/signed/{id}/rerun")
    ResponseEntity<?> rerun(@PathVariable String id, Locale locale) {
        Ref<?> ref = new Ref<>("analysis", id);
        return subjects.now(ref).map(SubjectReading.Standing::state).orElse(null) instanceof SignedAnalysis signed
                ? ResponseEntity.ok(rerun(ref, signed))
                : ApiFaults.answer(problems.notFound("no-such-subject", locale, ref.toString()));
    }

    private RerunAnswer rerun(Ref<?> ref, SignedAnalysis signed) {
        Rerun again = signed.again();
        return new RerunAnswer(
                ref.toString(),
                again.gives(signed.result()),
                Rerun.engine(),
                signed.engine(),
                present.same(signed).orElse(null),
                again.problem());
    }

    @Hidden
    @PostMapping(path = "/{area}/{verb}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> runOnFiles(
            @PathVariable String area,
            @PathVariable String verb,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            MultipartHttpServletRequest request,
            Locale locale)
            throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, texts) -> fields.put(name, List.of(texts)));
        Map<String, Asked.TextFile> files = new LinkedHashMap<>();
        for (MultipartFile file : request.getFileMap().values()) {
            String name = file.getOriginalFilename();
            files.put(file.getName(), new Asked.TextFile(name == null ? "" : name, file.getBytes()));
        }
        return analyses.verb(area, verb, locale)
                .<ResponseEntity<?>>map(known -> run(known, GivenValues.of(known, fields, files), accept, locale))
                .orElseGet(() -> ApiFaults.answer(problems.notFound("unknown-analysis", locale, area, verb)));
    }

    private ResponseEntity<?> run(Verb verb, Asked asked, @Nullable String accept, Locale locale) {
        MediaType wanted = wanted(accept);
        if (wanted == null) {
            return ApiFaults.answer(problems.problem(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", locale));
        }
        boolean report = wanted.equals(MediaType.TEXT_HTML);
        Outcome outcome = analyses.start(verb, asked, locale, LONGEST, report).await();
        return outcome instanceof Outcome.Found found
                ? answer(found, wanted, Analyses.language(locale), locale)
                : failed(outcome, locale);
    }

    private ResponseEntity<?> failed(Outcome outcome, Locale locale) {
        return switch (outcome) {
            case Outcome.Found found -> throw new IllegalArgumentException("nothing failed");
            case Outcome.Refused(var fault) -> {
                String text = fault.text(Analyses.language(locale));
                yield ApiFaults.answer(refused("", fault.reason(), text, locale));
            }
            case Outcome.TooLong() -> unavailable("analysis-too-long", locale);
            case Outcome.Cancelled() -> unavailable("analysis-cancelled", locale);
            case Outcome.Failed() ->
                ApiFaults.answer(problems.problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", locale));
        };
    }

    private ResponseEntity<?> answer(Outcome.Found found, MediaType wanted, Language language, Locale locale) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .header("Unmet-Criteria", Integer.toString(found.unmet().size()))
                .cacheControl(org.springframework.http.CacheControl.noStore());
        if (wanted.equals(MediaType.TEXT_HTML)) {
            return found.report() == null
                    ? ApiFaults.answer(problems.problem(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", locale))
                    : answer.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                            .header(
                                    "Content-Security-Policy",
                                    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                            .body(bytes(found.report()));
        }
        if (wanted.getSubtype().equals("csv")) {
            return answer.contentType(CSV).body(bytes(found.document().text(Format.CSV, language)));
        }
        String json = found.document().text(Format.JSON, language);
        return answer.contentType(MediaType.APPLICATION_JSON)
                .body(bytes(found.unmet().isEmpty() ? json : withUnmet(json, found, language)));
    }

    /** The command's JSON with what is not met; rows move into an object of their own. */
    private static String withUnmet(String json, Outcome.Found found, Language language) {
        JsonNode result = Json.mapper().readTree(json);
        ObjectNode answer = result instanceof ObjectNode object
                ? object
                : Json.mapper().createObjectNode().set("rows", result).asObject();
        var unmet = answer.putArray("unmet");
        found.unmet()
                .forEach(fault -> unmet.addObject().put("code", fault.reason()).put("message", fault.text(language)));
        return Json.mapper().writeValueAsString(answer) + "\n";
    }

    /** The first of ours that the caller takes; null if none. */
    private static @Nullable MediaType wanted(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return MediaType.APPLICATION_JSON;
        }
        try {
            List<MediaType> ranges = new java.util.ArrayList<>(MediaType.parseMediaTypes(accept));
            ranges.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
            MimeTypeUtils.sortBySpecificity(ranges);
            for (MediaType range : ranges) {
                for (MediaType known : KNOWN) {
                    if (range.getQualityValue() > 0 && range.includes(known)) {
                        return known;
                    }
                }
            }
            return null;
        } catch (InvalidMediaTypeException e) {
            return null; // as if the caller took nothing that there is
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ResponseEntity<?> unavailable(String code, Locale locale) {
        return ApiFaults.answer(problems.problem(HttpStatus.SERVICE_UNAVAILABLE, code, locale));
    }

    private ProblemDetail refused(String field, String code, String message, Locale locale) {
        ProblemDetail problem = problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-analysis", locale);
        problem.setDetail(message);
        problem.setProperty("errors", List.of(Map.of("field", field, "code", code, "message", message)));
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(NotAskable e, Locale locale) {
        return ApiFaults.answer(refused(
                e.field(), e.code(), problems.text(org.opencgt.act.Fault.at("", e.code(), e.field()), locale), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(Busy e, Locale locale) {
        return ApiFaults.answer(problems.problem(HttpStatus.SERVICE_UNAVAILABLE, "analysis-busy", locale));
    }
}
