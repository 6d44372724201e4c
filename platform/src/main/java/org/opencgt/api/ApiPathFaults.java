package org.opencgt.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns what no REST handler takes into problems; leaves pages to themselves. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiPathFaults {

    private final Problems problems;

    ApiPathFaults(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(NoResourceFoundException e, HttpServletRequest request, Locale locale)
            throws NoResourceFoundException {
        if (isPage(request)) {
            throw e;
        }
        return ApiFaults.answer(problems.notFound("no-such-path", locale, e.getResourcePath()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(
            HttpRequestMethodNotSupportedException e, HttpServletRequest request, Locale locale)
            throws HttpRequestMethodNotSupportedException {
        if (isPage(request)) {
            throw e;
        }
        return ApiFaults.answer(problems.problem(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(
            HttpMediaTypeNotSupportedException e, HttpServletRequest request, Locale locale)
            throws HttpMediaTypeNotSupportedException {
        if (isPage(request)) {
            throw e;
        }
        return ApiFaults.answer(problems.problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-json", locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(
            HttpMediaTypeNotAcceptableException e, HttpServletRequest request, Locale locale)
            throws HttpMediaTypeNotAcceptableException {
        if (isPage(request)) {
            throw e;
        }
        return ApiFaults.answer(problems.problem(HttpStatus.NOT_ACCEPTABLE, "only-json", locale));
    }

    /** A form with files, or what says that it is one. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(MultipartException e, HttpServletRequest request, Locale locale) {
        if (isPage(request)) {
            throw e;
        }
        return ApiFaults.answer(problems.problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-json", locale));
    }

    private static boolean isPage(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }
}
