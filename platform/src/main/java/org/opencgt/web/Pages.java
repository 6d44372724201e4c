package org.opencgt.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.language.Texts;
import org.opencgt.web.reading.SignedIn;
import org.opencgt.web.view.Words;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Finds out for whom a page is, and renders it. */
@Component
class Pages implements HandlerMethodArgumentResolver {

    private static final String LANGUAGE = "lang";

    private final Texts texts;
    private final Clock clock;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final String assets = fingerprint();

    Pages(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet =
                java.util.Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        HttpServletResponse response =
                java.util.Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
        return page(servlet, response);
    }

    Page page(HttpServletRequest request, HttpServletResponse response) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        String theme = cookie(request, "theme")
                .filter(t -> t.equals("dark") || t.equals("light"))
                .orElse("");
        return new Page(
                new Words(texts, locale(request, response), zone(request)),
                signedIn().orElse(null),
                address(request),
                addressed(request) ? Map.copyOf(request.getParameterMap()) : Map.of(),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                theme,
                assets,
                clock.instant());
    }

    /** The page’s address; of an error page that of the page that failed. */
    private static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    /** Whether its parameters stand in the address: not in a form, nor in what was too large to be read. */
    private static boolean addressed(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && request.getDispatcherType() != DispatcherType.ERROR;
    }

    static Optional<SignedIn> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }

    ModelAndView show(Page page, String template, Object view) {
        return show(page, template, view, HttpStatus.OK);
    }

    ModelAndView show(Page page, String template, Object view, HttpStatus status) {
        ModelAndView shown = new ModelAndView(rendered(page, template, view));
        shown.setStatus(status);
        return shown;
    }

    /** Renders before anything is sent, so that a page never breaks off half-way. */
    private View rendered(Page page, String template, Object view) {
        return (model, request, response) -> {
            StringOutput out = new StringOutput();
            templates.render(template + ".jte", Map.of("page", page, "view", view), out);
            response.setLocale(page.words().locale());
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.getOutputStream().write(out.toString().getBytes(StandardCharsets.UTF_8));
        };
    }

    private Locale locale(HttpServletRequest request, HttpServletResponse response) {
        Optional<Locale> asked = addressed(request) ? language(request.getParameter(LANGUAGE)) : Optional.empty();
        if (asked.isPresent()) {
            ResponseCookie cookie = ResponseCookie.from(LANGUAGE, asked.get().toLanguageTag())
                    .path("/")
                    .maxAge(java.time.Duration.ofDays(365))
                    .httpOnly(true)
                    .sameSite("Strict")
                    .secure(request.isSecure())
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
            return asked.get();
        }
        return cookie(request, LANGUAGE)
                .flatMap(Pages::language)
                .orElseGet(() -> accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private static Optional<Locale> language(@Nullable String tag) {
        return tag == null
                ? Optional.empty()
                : Texts.LANGUAGES.stream()
                        .filter(l -> l.getLanguage()
                                .equals(Locale.forLanguageTag(tag.replace('_', '-'))
                                        .getLanguage()))
                        .findFirst();
    }

    private static Locale accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Texts.LANGUAGES.getFirst();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .flatMap(range -> language(range.getRange()).stream())
                    .findFirst()
                    .orElse(Texts.ENGLISH);
        } catch (IllegalArgumentException e) {
            return Texts.LANGUAGES.getFirst(); // the browser's header is malformed: as if it had sent none
        }
    }

    private static ZoneId zone(HttpServletRequest request) {
        try {
            return cookie(request, "zone")
                    .map(z -> java.net.URLDecoder.decode(z, StandardCharsets.UTF_8))
                    .map(ZoneId::of)
                    .orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException | IllegalArgumentException e) {
            return ZoneId
                    .systemDefault(); // somebody tampered with the cookie: times are shown with their offset anyway
        }
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath:/META-INF/resources/assets/**/*.*");
            for (Resource file : List.of(files).stream()
                    .sorted(java.util.Comparator.comparing(Resource::getFilename))
                    .toList()) {
                try (InputStream in = file.getInputStream()) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 5);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the style sheets cannot be read", e);
        }
    }
}
