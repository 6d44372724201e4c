package org.opencgt.api;

import org.opencgt.access.Credentials;
import org.opencgt.access.NotSignedIn;
import org.opencgt.access.ServiceTokens;
import org.opencgt.act.Fault;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** REST has no session and no cookie, so there is nothing for a forged request to ride on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Credentials credentials, ServiceTokens tokens, Problems problems)
            throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(a -> a.requestMatchers("/api/openapi.json", "/api/openapi.json/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new CallerFilter(credentials, tokens, problems), AuthorizationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, refused) -> problems.write(
                        response,
                        problems.of(
                                new NotSignedIn(Fault.at("Authorization", "sign-in-needed")), request.getLocale()))))
                .build();
    }
}
