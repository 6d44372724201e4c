package org.opencgt.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Files, sessions and arguments of the pages. */
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {

    /** Idle minutes after which one signs in again: a tablet may lie about in a ward. */
    static final int SESSION_MINUTES = 30;

    private final Pages pages;

    WebSetup(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(pages);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl year =
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/META-INF/resources/assets/")
                .setCacheControl(year);
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(year);
        registry.addResourceHandler("/_static/**")
                .addResourceLocations("classpath:/META-INF/resources/_static/")
                .setCacheControl(year);
    }

    /** Whoever was given a password by somebody else chooses another one first. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                            throws IOException {
                        HttpSession session = request.getSession(false);
                        if (session == null || session.getAttribute(PageSecurity.CHANGE_PASSWORD) == null) {
                            return true;
                        }
                        response.sendRedirect("/password");
                        return false;
                    }
                })
                .excludePathPatterns("/password", "/sign-in", "/error", "/assets/**", "/webjars/**", "/_static/**");
    }

    @Bean
    ServletContextInitializer sessions() {
        return context -> {
            context.setSessionTimeout(SESSION_MINUTES);
            context.setSessionTrackingModes(java.util.Set.of(jakarta.servlet.SessionTrackingMode.COOKIE));
            context.getSessionCookieConfig().setName("opencgt");
            context.getSessionCookieConfig().setHttpOnly(true);
            context.getSessionCookieConfig().setAttribute("SameSite", "Strict");
        };
    }
}
