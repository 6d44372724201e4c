package org.opencgt.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.access.Credentials;
import org.opencgt.access.NotSignedIn;
import org.opencgt.access.Signer;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.ActSchema;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Meaning;
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

/** The vocabulary, and performing acts. What the body of a POST looks like: {@link ActRequest}. */
@RestController
@RequestMapping("/api/acts")
class ActsApi {

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
        Optional<ActDeclaration> known = vocabulary.act(type);
        if (known.isEmpty()) {
            return ApiFaults.answer(problems.notFound("unknown-act", locale, type));
        }
        ActDeclaration declaration = known.get();
        ActRequest asked = ActRequest.read(body);
        if (dryRun) {
            List<Ref<Person>> who = new ArrayList<>(List.of(caller.signer().person()));
            asked.further().forEach(f -> who.add(f.person()));
            Outcome.Checked checked =
                    pipeline.check(request(declaration, asked, List.of(caller.signer()), key, caller), who);
            return ResponseEntity.ok(Map.of(
                    "verdict", checked.verdict().json(),
                    "made", checked.made().stream().map(Ref::toString).toList()));
        }
        return answer(
                pipeline.perform(request(declaration, asked, signers(declaration, asked, caller), key, caller)),
                locale);
    }

    /** The caller and those who sign with it; nobody's password is tried where their number or meaning is wrong. */
    private List<Signer> signers(ActDeclaration declaration, ActRequest asked, Caller caller) {
        List<Meaning> meanings = declaration.signed();
        if (meanings.size() != 1 + asked.further().size()) {
            throw new InvalidAct(Fault.at(
                    "signatures",
                    "signatures",
                    meanings.size(),
                    1 + asked.further().size()));
        }
        List<Signer> signers = new ArrayList<>(List.of(caller.signer()));
        for (int i = 0; i < asked.further().size(); i++) {
            ActRequest.Further further = asked.further().get(i);
            String meaning = words(meanings).get(i + 1);
            if (further.meaning() != null && !further.meaning().equals(meaning)) {
                throw new InvalidAct(Fault.at("signatures[" + i + "].meaning", "choice", meaning));
            }
            if (further.password() == null) {
                throw new InvalidAct(Fault.at("signatures[" + i + "].password", "missing"));
            }
            signers.add(open(further.person(), further.password(), "signatures[" + i + "].password"));
        }
        return signers;
    }

    private Signer open(Ref<Person> person, String password, String path) {
        try {
            return credentials.open(person.id(), password.toCharArray());
        } catch (NotSignedIn e) {
            throw new NotSignedIn(new Fault(path, e.fault().code(), e.fault().parameters()));
        }
    }

    private ResponseEntity<?> answer(Outcome outcome, Locale locale) {
        return switch (outcome) {
            case Outcome.Accepted(var entry, var verdict, var made) ->
                ResponseEntity.status(HttpStatus.CREATED).body(Answers.accepted(entry, verdict, made));
            case Outcome.Blocked(var entry, var verdict) ->
                ApiFaults.answer(problems.blocked(verdict.json(), entry.id(), locale));
            case Outcome.Repeated(JsonNode answer) ->
                repeated(answer.required("status"), answer.required("body"), locale);
            case Outcome.Checked checked -> throw new IllegalStateException("performed, not checked");
        };
    }

    private ResponseEntity<?> repeated(JsonNode status, JsonNode body, Locale locale) {
        return status.intValue() == HttpStatus.CONFLICT.value()
                ? ApiFaults.answer(problems.blocked(
                        body.required("verdict"),
                        body.required("entry").required("id").stringValue(),
                        locale))
                : ResponseEntity.status(status.intValue()).body(body);
    }

    private static Request request(
            ActDeclaration type, ActRequest asked, List<Signer> signers, @Nullable String key, Caller caller) {
        return new Request(
                type.name(),
                asked.act(),
                asked.performedAt(),
                asked.lateReason(),
                signers,
                asked.justifications(),
                key,
                caller.boundTo());
    }

    private static List<String> words(List<? extends Enum<?>> choices) {
        return choices.stream().map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    }
}
