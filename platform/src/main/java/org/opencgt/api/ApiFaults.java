package org.opencgt.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.access.NotSignedIn;
import org.opencgt.act.Fault;
import org.opencgt.act.InvalidAct;
import org.opencgt.ledger.LedgerException;
import org.opencgt.ledger.LedgerException.LedgerUnavailable.Reason;
import org.opencgt.pipeline.NoSuchSubject;
import org.opencgt.pipeline.NotAuthorised;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DatabindException;

/** Turns exceptions of REST calls into problems. */
@RestControllerAdvice(basePackageClasses = ApiFaults.class)
class ApiFaults {

    private static final Logger LOG = LoggerFactory.getLogger(ApiFaults.class);

    private final Problems problems;

    ApiFaults(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(InvalidAct e, Locale locale) {
        return answer(problems.of(e, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(NotAuthorised e, Locale locale) {
        return answer(problems.of(e, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(NotSignedIn e, Locale locale) {
        return answer(problems.of(e, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(LedgerException e, Locale locale) {
        LOG.warn("an act was not stored: {}", e.getMessage());
        return answer(problems.of(e, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(NoSuchSubject e, Locale locale) {
        return answer(problems.notFound("no-such-subject", locale, e.subject()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(LedgerApi.NoSuchEntry e, Locale locale) {
        return answer(problems.notFound("no-such-entry", locale, e.id()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(HttpMessageNotReadableException e, Locale locale) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.BodyTooLarge tooLarge) {
                return answer(problems.tooLarge(tooLarge.most(), locale));
            }
            if (cause instanceof JacksonIOException) {
                continue; // the stream broke off, by the limit or by the client
            }
            if (cause instanceof DatabindException) {
                return answer(problems.malformed(Fault.at("", "json-goes-on"), locale));
            }
            if (cause instanceof JacksonException json) {
                return answer(problems.malformed(fault(json), locale));
            }
        }
        return answer(problems.malformed(Fault.at("", "body-missing"), locale));
    }

    /** With the place, which a limit that was exceeded (of nesting, of a number's length) does not have. */
    private static Fault fault(JacksonException json) {
        TokenStreamLocation place = json.getLocation();
        String why = oneLine(json.getOriginalMessage());
        return place == null
                ? Fault.at("", "json", why)
                : Fault.at("", "json-at", String.valueOf(place.getLineNr()), String.valueOf(place.getColumnNr()), why);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(MaxUploadSizeExceededException e, Locale locale) {
        return answer(problems.tooLarge(BodyLimit.MOST_ANALYSED, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(MultipartException e, Locale locale) {
        return answer(problems.malformed(Fault.at("", "multipart"), locale));
    }

    /** A parameter of the query that is not of its type. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(MethodArgumentTypeMismatchException e, Locale locale) {
        boolean truth = e.getRequiredType() == boolean.class || e.getRequiredType() == Boolean.class;
        return answer(problems.of(new InvalidAct(Fault.at(e.getName(), truth ? "truth" : "number")), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(MissingServletRequestParameterException e, Locale locale) {
        return answer(problems.of(new InvalidAct(Fault.at(e.getParameterName(), "missing")), locale));
    }

    /** The rest: the database is away, or a mistake in the server, of which only its log has the details. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(Exception e, HttpServletRequest request, Locale locale) {
        Optional<Reason> reason = Reason.of(e);
        if (reason.isPresent()) {
            LOG.warn("{} {} found no database: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
            return answer(problems.unavailable(reason.get(), locale));
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(problems.problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", locale));
    }

    static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, Problems.CHALLENGES.toArray(String[]::new));
        }
        return answer.body(problem);
    }

    private static String oneLine(@Nullable String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}
