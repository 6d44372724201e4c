package org.opencgt.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.opencgt.ledger.LedgerException.LedgerUnavailable.Reason;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What went wrong, in words. Programs that ask for JSON get a problem of RFC 9457. */
@Controller
public class ErrorPages implements ErrorController {

    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    /** @param kind the key of its texts */
    public record ErrorView(int status, String kind) {}

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView error(Page page, HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request);
        response.setStatus(status.value());
        String kind = switch (status) {
            case BAD_REQUEST, UNPROCESSABLE_CONTENT -> "422";
            case FORBIDDEN, UNAUTHORIZED -> "403";
            case NOT_FOUND -> "404";
            case CONTENT_TOO_LARGE -> "413";
            case SERVICE_UNAVAILABLE -> "503";
            default -> status.is4xxClientError() ? "422" : "500";
        };
        return pages.show(page, "error", new ErrorView(status.value(), kind), status);
    }

    @RequestMapping("/error")
    org.springframework.http.ResponseEntity<org.springframework.http.ProblemDetail> problem(
            HttpServletRequest request) {
        return org.springframework.http.ResponseEntity.of(
                        org.springframework.http.ProblemDetail.forStatus(status(request)))
                .build();
    }

    /** Without its database the server is not broken, but out of service. */
    private static HttpStatus status(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                && Reason.of(thrown).isPresent()) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
