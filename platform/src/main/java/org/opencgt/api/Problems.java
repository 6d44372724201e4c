package org.opencgt.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opencgt.access.NotSignedIn;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.gate.Finding;
import org.opencgt.gate.Verdict;
import org.opencgt.language.Texts;
import org.opencgt.ledger.LedgerException;
import org.opencgt.pipeline.NotAuthorised;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes problems (RFC 9457) of everything that can go wrong, in the caller's language. */
@Component
public final class Problems {

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
        problem.setDetail(text(refused.fault(), locale));
        problem.setProperty("errors", faults(List.of(refused.fault()), locale));
        return problem;
    }

    ProblemDetail of(NotSignedIn refused, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.UNAUTHORIZED, "not-signed-in", locale);
        problem.setDetail(text(refused.fault(), locale));
        return problem;
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
            case LedgerException.LedgerUnavailable unavailable ->
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "ledger-unavailable-"
                                + unavailable
                                        .reason()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                        locale);
        };
    }

    /** The gate said no: clause by clause, with who can help. */
    ProblemDetail blocked(Verdict verdict, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, "gate-blocked", locale);
        List<Map<String, Object>> violations = new ArrayList<>();
        for (Finding finding : verdict.obstacles()) {
            Map<String, Object> violation = new LinkedHashMap<>();
            violation.put("clause", finding.clause());
            violation.put("pack", finding.pack());
            violation.put("title", finding.title().in(locale));
            violation.put("message", finding.message().in(locale));
            violation.put("result", finding.result().name().toLowerCase(Locale.ROOT));
            violation.put("subject", finding.subject());
            if (!finding.missing().isEmpty()) {
                violation.put("missing", finding.missing());
            }
            violations.add(violation);
        }
        problem.setProperty("violations", violations);
        return problem;
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

    void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
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
