package org.opencgt.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opencgt.access.NotSignedIn;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.language.Bilingual;
import org.opencgt.language.Texts;
import org.opencgt.ledger.LedgerException;
import org.opencgt.pipeline.NotAuthorised;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes problems (RFC 9457) of everything that can go wrong, in the caller's language. */
@Component
public final class Problems {

    private static final Set<String> NEW_PASSWORD = Set.of("password-short", "password-same");
    private static final Set<String> OBSTACLES = Set.of("fails", "unknown", "error");
    private static final Pattern SIGNER = Pattern.compile("signatures\\[([0-9]+)]");
    private static final String TYPE = "https://opencgt.org/problems/";

    private final Texts texts;
    private final JsonMapper json;

    Problems(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    ProblemDetail of(InvalidAct invalid, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-act", locale);
        problem.setProperty("errors", faults(invalid.faults(), locale));
        return problem;
    }

    ProblemDetail of(NotAuthorised refused, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.FORBIDDEN, "not-authorised", locale);
        Fault fault = inRequest(refused.fault());
        problem.setDetail(text(fault, locale));
        problem.setProperty("errors", faults(List.of(fault), locale));
        return problem;
    }

    ProblemDetail of(NotSignedIn refused, Locale locale) {
        boolean newPassword = NEW_PASSWORD.contains(refused.fault().code());
        ProblemDetail problem = newPassword
                ? problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-act", locale)
                : problem(HttpStatus.UNAUTHORIZED, "not-signed-in", locale);
        problem.setDetail(text(refused.fault(), locale));
        problem.setProperty("errors", faults(List.of(refused.fault()), locale));
        return problem;
    }

    /** The performer signs with the request's own credentials, further signers stand in the body and are counted there. */
    private static Fault inRequest(Fault fault) {
        Matcher signer = SIGNER.matcher(fault.path());
        if (!signer.matches()) {
            return fault;
        }
        int number = Integer.parseInt(signer.group(1));
        return new Fault(
                number == 0 ? "Authorization" : "signatures[" + (number - 1) + "]", fault.code(), fault.parameters());
    }

    ProblemDetail of(LedgerException failed, Locale locale) {
        return switch (failed) {
            case LedgerException.StaleSubjects stale -> problem(HttpStatus.CONFLICT, "subjects-moved", locale);
            case LedgerException.KeyReused reused -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", locale);
            case LedgerException.Rejected rejected -> problem(HttpStatus.INTERNAL_SERVER_ERROR, "rejected", locale);
            case LedgerException.OutcomeUnknown unknown -> {
                ProblemDetail problem = problem(HttpStatus.SERVICE_UNAVAILABLE, "outcome-unknown", locale);
                problem.setProperty("entry", unknown.id());
                yield problem;
            }
            case LedgerException.LedgerUnavailable unavailable -> unavailable(unavailable.reason(), locale);
        };
    }

    ProblemDetail unavailable(LedgerException.LedgerUnavailable.Reason reason, Locale locale) {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "ledger-unavailable-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                locale);
    }

    ProblemDetail tooLarge(int most, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", locale);
        problem.setDetail(texts.of(locale, "fault.too-large", most >> 20));
        return problem;
    }

    /** A body that is no JSON, with the place. */
    ProblemDetail malformed(Fault fault, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "malformed-json", locale);
        problem.setDetail(text(fault, locale));
        problem.setProperty("errors", faults(List.of(fault), locale));
        return problem;
    }

    /** The gate said no: clause by clause, with who can help. */
    ProblemDetail blocked(JsonNode verdict, @Nullable String entry, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, "gate-blocked", locale);
        List<Map<String, Object>> violations = new ArrayList<>();
        for (JsonNode finding : verdict.path("findings")) {
            if (!OBSTACLES.contains(finding.path("result").asString(""))) {
                continue;
            }
            Map<String, Object> violation = new LinkedHashMap<>();
            violation.put("clause", finding.required("clause"));
            violation.put("pack", finding.required("pack"));
            violation.put("strength", finding.required("strength"));
            violation.put("title", said(finding.required("title"), locale));
            violation.put("message", said(finding.required("message"), locale));
            violation.put("result", finding.required("result"));
            finding.optional("subject").ifPresent(subject -> violation.put("subject", subject));
            finding.optional("missing").ifPresent(missing -> violation.put("missing", missing));
            violations.add(violation);
        }
        problem.setProperty("violations", violations);
        if (entry != null) {
            problem.setProperty("entry", entry);
        }
        return problem;
    }

    private static String said(JsonNode both, Locale locale) {
        return new Bilingual(
                        both.required("en").stringValue(), both.required("zh").stringValue())
                .in(locale);
    }

    ProblemDetail notFound(String code, Locale locale, Object... parameters) {
        ProblemDetail problem = problem(HttpStatus.NOT_FOUND, "not-found", locale);
        problem.setDetail(texts.of(locale, "fault." + code, parameters));
        return problem;
    }

    ProblemDetail problem(HttpStatus status, String code, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(texts.of(locale, "problem." + code));
        return problem;
    }

    String text(Fault fault, Locale locale) {
        return texts.of(locale, "fault." + fault.code(), fault.parameters().toArray());
    }

    /** What a client may sign in with. */
    static final List<String> CHALLENGES =
            List.of("Basic realm=\"OpenCGT\", charset=\"UTF-8\"", "Bearer realm=\"OpenCGT\"");

    void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            CHALLENGES.forEach(challenge -> response.addHeader(HttpHeaders.WWW_AUTHENTICATE, challenge));
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), problem);
    }

    private List<Map<String, String>> faults(List<Fault> faults, Locale locale) {
        return faults.stream()
                .map(f -> Map.of("field", f.path(), "code", f.code(), "message", text(f, locale)))
                .toList();
    }
}
