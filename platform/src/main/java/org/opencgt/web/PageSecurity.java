package org.opencgt.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.opencgt.web.reading.Door;
import org.opencgt.web.reading.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.UriUtils;

/** Who may see the pages, and what a browser may do with them. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    /** Scripts, styles and data from this server only; none inline. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
            + "font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    static final String CHANGE_PASSWORD = PageSecurity.class.getName() + ".change";

    private static final String SIGN_IN = "/sign-in";

    @Bean
    @Order(100)
    SecurityFilterChain pagesSecurity(HttpSecurity http, Door door) throws Exception {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                SIGN_IN, "/assets/**", "/webjars/**", "/_static/**", "/error", "/favicon.ico")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .authenticationProvider(new DoorProvider(door))
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .successHandler(entered(cache))
                        .failureHandler((request, response, refused) -> refused(request, response, refused)))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?out"))
                .requestCache(requests -> requests.requestCache(cache))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).csrfTokenRequestHandler(new TokenReader()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(returning(cache)))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .referrerPolicy(policy -> policy.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                        .crossOriginOpenerPolicy(policy -> policy.policy(
                                org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                        .CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(
                                org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter
                                        .CrossOriginResourcePolicy.SAME_ORIGIN)));
        return http.build();
    }

    /** Identifiers of subjects may hold a percent sign. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedPercent(true);
        return firewall;
    }

    /** To the sign-in page and back; a form that was sent is kept. */
    private static AuthenticationEntryPoint returning(HttpSessionRequestCache cache) {
        return (request, response, missing) -> {
            boolean form = "POST".equals(request.getMethod())
                    && request.getRequestURI().startsWith("/acts/");
            boolean part = request.getHeader("HX-Request") != null;
            if (form) {
                KeptForm.keep(request);
                request.getSession()
                        .setAttribute("SPRING_SECURITY_SAVED_REQUEST", new SimpleSavedRequest(request.getRequestURI()));
            } else if ("GET".equals(request.getMethod()) && !part) {
                cache.saveRequest(request, response);
            }
            String target = form || request.getRequestedSessionId() != null ? SIGN_IN + "?expired" : SIGN_IN;
            if (part) {
                response.setHeader("HX-Redirect", target);
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                response.sendRedirect(target);
            }
        };
    }

    private static SavedRequestAwareAuthenticationSuccessHandler entered(HttpSessionRequestCache cache) {
        var handler = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(
                    HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                    throws IOException, jakarta.servlet.ServletException {
                if (Boolean.TRUE.equals(authentication.getDetails())) {
                    request.getSession().setAttribute(CHANGE_PASSWORD, true);
                    response.sendRedirect("/password");
                } else {
                    super.onAuthenticationSuccess(request, response, authentication);
                }
            }
        };
        handler.setRequestCache(cache);
        return handler;
    }

    private static void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        String why =
                refused instanceof Shut shut ? "locked=" + UriUtils.encode(shut.until.toString(), "UTF-8") : "wrong";
        response.sendRedirect(SIGN_IN + "?" + why);
    }

    /** Locked, and until when. */
    private static final class Shut extends LockedException {

        private static final long serialVersionUID = 1;

        private final Instant until;

        Shut(Instant until) {
            super("locked until " + until);
            this.until = until;
        }
    }

    /** Asks the door. */
    private record DoorProvider(Door door) implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication given) {
            Object password = given.getCredentials();
            String origin = given.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : null;
            char[] secret = password == null ? new char[0] : password.toString().toCharArray();
            return switch (door.enter(given.getName().strip(), secret, origin)) {
                case Door.Open(SignedIn who, boolean changeNeeded) -> {
                    List<SimpleGrantedAuthority> roles = who.roles().stream()
                            .map(r -> new SimpleGrantedAuthority("ROLE_" + r.name()))
                            .toList();
                    var entered = new UsernamePasswordAuthenticationToken(who, null, roles);
                    entered.setDetails(changeNeeded);
                    yield entered;
                }
                case Door.Closed() -> throw new BadCredentialsException("wrong login or password");
                case Door.Locked(Instant until) -> throw new Shut(until);
            };
        }

        @Override
        public boolean supports(Class<?> type) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
        }
    }
}
