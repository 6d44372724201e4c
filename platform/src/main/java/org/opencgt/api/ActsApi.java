package org.opencgt.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.access.Credentials;
import org.opencgt.access.Signer;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.ActSchema;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Ref;
import org.opencgt.act.Vocabulary;
import org.opencgt.language.Texts;
import org.opencgt.pipeline.Answers;
import org.opencgt.pipeline.Outcome;
import org.opencgt.pipeline.Pipeline;
import org.opencgt.pipeline.Request;
import org.opencgt.subject.Person;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The vocabulary, and performing acts. The body of a POST is the act's JSON, performed now and signed by the caller alone; or
 * {@code {act, performedAt, lateReason, justifications, signatures: [{person, password}]}}, where {@code signatures} are those
 * of further signers.
 */
@RestController
@RequestMapping("/api/acts")
class ActsApi {

    private static final List<String> ENVELOPE =
            List.of("act", "performedAt", "lateReason", "justifications", "signatures");

    private final Vocabulary vocabulary;
    private final Pipeline pipeline;
    private final Credentials credentials;
    private final Problems problems;
    private final Texts texts;

    ActsApi(Vocabulary vocabulary, Pipeline pipeline, Credentials credentials, Problems problems, Texts texts) {
        this.vocabulary = vocabulary;
        this.pipeline = pipeline;
        this.credentials = credentials;
        this.problems = problems;
        this.texts = texts;
    }

    /** An act type in the vocabulary. */
    record Type(String type, String title, List<String> by, List<String> signed) {}

    @GetMapping
    List<Type> types(Locale locale) {
        return vocabulary.acts().stream()
                .map(a -> new Type(a.name(), texts.of(locale, "act." + a.name()), words(a.by()), words(a.signed())))
                .toList();
    }

    @GetMapping("/{type}")
    ResponseEntity<?> schema(@PathVariable String type, Locale locale) {
        return vocabulary
                .act(type)
                .<ResponseEntity<?>>map(a -> ResponseEntity.ok(ActSchema.of(a, texts, locale)))
                .orElseGet(() -> ApiFaults.answer(problems.notFound("unknown-act", locale, type)));
    }

    @PostMapping("/{type}")
    ResponseEntity<?> perform(
            @PathVariable String type,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody JsonNode body,
            Caller caller,
            Locale locale) {
        ActDeclaration declaration =
                vocabulary.act(type).orElseThrow(() -> new InvalidAct(Fault.at("", "unknown-act", type)));
        boolean envelope = body.isObject() && body.path("act").isObject();
        if (envelope) {
            requireEnvelope(body);
        }
        JsonNode act = envelope ? body.get("act") : body;
        JsonNode rest = envelope ? body : body.path("");
        if (dryRun) {
            Outcome.Checked checked = pipeline.check(
                    request(declaration, act, rest, List.of(caller.signer()), key, caller), who(caller, rest));
            return ResponseEntity.ok(Map.of(
                    "verdict", checked.verdict().json(),
                    "made", checked.made().stream().map(Ref::toString).toList()));
        }
        List<Signer> signers = new ArrayList<>(List.of(caller.signer()));
        for (JsonNode further : rest.path("signatures")) {
            signers.add(credentials.open(
                    text(further, "person"), text(further, "password").toCharArray()));
        }
        return answer(pipeline.perform(request(declaration, act, rest, signers, key, caller)), locale);
    }

    private ResponseEntity<?> answer(Outcome outcome, Locale locale) {
        return switch (outcome) {
            case Outcome.Accepted(var entry, var verdict, var made) ->
                ResponseEntity.status(HttpStatus.CREATED).body(Answers.accepted(entry, verdict, made));
            case Outcome.Blocked(var entry, var verdict) -> {
                var problem = problems.blocked(verdict, locale);
                problem.setProperty("entry", entry.id());
                yield ApiFaults.answer(problem);
            }
            case Outcome.Repeated(JsonNode answer) ->
                ResponseEntity.status(answer.required("status").intValue()).body(answer.required("body"));
            case Outcome.Checked checked -> throw new IllegalStateException("performed, not checked");
        };
    }

    private static Request request(
            ActDeclaration type,
            JsonNode act,
            JsonNode rest,
            List<Signer> signers,
            @Nullable String key,
            Caller caller) {
        Map<String, String> justifications = new LinkedHashMap<>();
        rest.path("justifications")
                .properties()
                .forEach(e -> justifications.put(e.getKey(), e.getValue().asString()));
        return new Request(
                type.name(),
                act,
                time(rest.path("performedAt")),
                rest.path("lateReason").isString() ? rest.get("lateReason").stringValue() : null,
                signers,
                justifications,
                key,
                caller.boundTo());
    }

    private static List<Ref<Person>> who(Caller caller, JsonNode rest) {
        List<Ref<Person>> who = new ArrayList<>(List.of(caller.signer().person()));
        for (JsonNode further : rest.path("signatures")) {
            who.add(new Ref<>("person", text(further, "person")));
        }
        return who;
    }

    private static @Nullable Instant time(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(json.asString("")).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidAct(Fault.at("performedAt", "moment"));
        }
    }

    private static void requireEnvelope(JsonNode body) {
        List<Fault> faults = new ArrayList<>();
        for (String name : body.propertyNames()) {
            if (!ENVELOPE.contains(name)) {
                faults.add(Fault.at(name, "unknown", String.join(", ", ENVELOPE)));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidAct(faults);
        }
    }

    private static String text(JsonNode json, String name) {
        if (!json.path(name).isString()) {
            throw new InvalidAct(Fault.at("signatures." + name, "missing"));
        }
        return json.get(name).stringValue();
    }

    private static List<String> words(List<? extends Enum<?>> choices) {
        return choices.stream().map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    }
}
