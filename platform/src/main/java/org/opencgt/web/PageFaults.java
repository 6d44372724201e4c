package org.opencgt.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.opencgt.ledger.LedgerException;
import org.opencgt.ledger.LedgerException.LedgerUnavailable.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells on a page that the database failed. Left to Spring, a connection to the database that breaks off is taken for one to the
 * browser, and answered with an empty page as if all were well.
 */
@ControllerAdvice(basePackageClasses = PageFaults.class)
class PageFaults {

    private static final Logger LOG = LoggerFactory.getLogger(PageFaults.class);

    private final Pages pages;

    PageFaults(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class, LedgerException.class})
    ModelAndView handle(RuntimeException e, HttpServletRequest request, HttpServletResponse response) {
        Optional<Reason> reason = Reason.of(e);
        if (reason.isPresent()) {
            LOG.warn("{} {} found no database: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
            return shown(HttpStatus.SERVICE_UNAVAILABLE, "503", request, response);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return shown(HttpStatus.INTERNAL_SERVER_ERROR, "500", request, response);
    }

    private ModelAndView shown(
            HttpStatus status, String kind, HttpServletRequest request, HttpServletResponse response) {
        return pages.show(
                pages.page(request, response), "error", new ErrorPages.ErrorView(status.value(), kind), status);
    }
}
