package org.opencgt.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.opencgt.access.NotSignedIn;
import org.opencgt.act.InvalidAct;
import org.opencgt.ledger.LedgerException;
import org.opencgt.pipeline.NoSuchSubject;
import org.opencgt.pipeline.NotAuthorised;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

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
    ResponseEntity<ProblemDetail> handle(HttpMessageNotReadableException e, Locale locale) {
        ProblemDetail problem = problems.problem(HttpStatus.BAD_REQUEST, "malformed-json", locale);
        String message = e.getMostSpecificCause().getMessage();
        if (message != null) {
            problem.setDetail(message.lines().findFirst().orElse(""));
        }
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(NoResourceFoundException e, Locale locale) {
        return answer(problems.notFound("no-such-path", locale, e.getResourcePath()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(HttpRequestMethodNotSupportedException e, Locale locale) {
        return answer(problems.problem(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(Exception e, HttpServletRequest request, Locale locale) {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(problems.problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", locale));
    }

    static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
