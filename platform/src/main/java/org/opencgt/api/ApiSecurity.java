package org.opencgt.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.access.Credentials;
import org.opencgt.access.NotSignedIn;
import org.opencgt.access.ServiceTokens;
import org.opencgt.act.Fault;
import org.opencgt.pipeline.SubjectReading;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AbstractLocaleResolver;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;

/** REST has no session and no cookie, so there is nothing for a forged request to ride on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            Credentials credentials,
            ServiceTokens tokens,
            SubjectReading subjects,
            Problems problems)
            throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(a -> a.requestMatchers("/api/openapi.json", "/api/password")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new BodyLimit(problems), AuthorizationFilter.class)
                .addFilterBefore(new CallerFilter(credentials, tokens, subjects, problems), AuthorizationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, refused) -> problems.write(
                        response,
                        problems.of(
                                new NotSignedIn(Fault.at("Authorization", "sign-in-needed")),
                                ApiLanguage.of(request)))))
                .build();
    }

    /** The language of requests; pages let the reader choose another one. */
    @Bean
    LocaleResolver localeResolver() {
        return new AbstractLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return ApiLanguage.of(request);
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("the language is the request's");
            }
        };
    }

    /** A path that the firewall refuses. */
    @Bean
    RequestRejectedHandler rejected(Problems problems) {
        return (request, response, refused) -> {
            if (request.getRequestURI().startsWith("/api/")) {
                problems.write(response, problems.problem(HttpStatus.BAD_REQUEST, "bad-path", ApiLanguage.of(request)));
            } else {
                response.sendError(HttpStatus.BAD_REQUEST.value());
            }
        };
    }

    /** Strict about what comes in: a name that stands twice, or a number that a double would round, is not what somebody meant. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json -> json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }
}
