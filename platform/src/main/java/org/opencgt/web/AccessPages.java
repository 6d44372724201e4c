package org.opencgt.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.access.NotSignedIn;
import org.opencgt.web.reading.DemoPeople;
import org.opencgt.web.reading.Door;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Coming in, and choosing another password. */
@Controller
public class AccessPages {

    private final Pages pages;
    private final Door door;
    private final DemoPeople demo;

    AccessPages(Pages pages, Door door, DemoPeople demo) {
        this.pages = pages;
        this.door = door;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    ModelAndView signIn(
            Page page,
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String locked,
            @RequestParam(required = false) @Nullable String expired,
            @RequestParam(required = false) @Nullable String out) {
        String problem = "";
        if (locked != null) {
            problem = page.t("sign-in.locked", page.words().time(until(locked, page.now())));
        } else if (wrong != null) {
            problem = page.t("sign-in.wrong");
        }
        String notice = "";
        if (expired != null) {
            notice = page.t("sign-in.expired");
        } else if (out != null) {
            notice = page.t("sign-in.out");
        }
        Map<String, List<DemoPeople.DemoPerson>> people = new LinkedHashMap<>();
        demo.all(page.words().locale())
                .forEach(p ->
                        people.computeIfAbsent(p.site(), s -> new ArrayList<>()).add(p));
        return pages.show(page, "sign-in", new SignInView(problem, notice, people));
    }

    /**
     * What the sign-in page shows beside its form.
     *
     * @param demo the invented people by the name of their site; empty where there are no demo data
     */
    public record SignInView(String problem, String notice, Map<String, List<DemoPeople.DemoPerson>> demo) {}

    private static Instant until(String text, Instant fallback) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return fallback; // only in an address that somebody typed
        }
    }

    @GetMapping("/password")
    ModelAndView password(Page page, HttpServletRequest request) {
        return pages.show(page, "password", new PasswordView("", asked(request)));
    }

    @PostMapping("/password")
    ModelAndView change(
            Page page,
            HttpServletRequest request,
            @RequestParam String old,
            @RequestParam String fresh,
            @RequestParam String again) {
        String problem;
        if (!fresh.equals(again)) {
            problem = page.t("password.differ");
        } else {
            try {
                door.changePassword(page.reader(), old.toCharArray(), fresh.toCharArray());
                request.getSession().removeAttribute(PageSecurity.CHANGE_PASSWORD);
                return new ModelAndView("redirect:/");
            } catch (NotSignedIn e) {
                problem = page.words()
                        .of("fault." + e.fault().code(), e.fault().parameters().toArray());
            }
        }
        return pages.show(
                page, "password", new PasswordView(problem, asked(request)), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** @param asked whether the password must be changed before anything else */
    public record PasswordView(String problem, boolean asked) {}

    private static boolean asked(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getSession().getAttribute(PageSecurity.CHANGE_PASSWORD));
    }
}
