package org.opencgt.web;

import java.time.Clock;
import org.opencgt.act.Vocabulary;
import org.opencgt.language.Texts;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The pages over the invented house: no database, no gate. Without a stereotype, so that the server does not find it. */
@EnableAutoConfiguration(
        exclude = {
            FlywayAutoConfiguration.class,
            DataSourceAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@ComponentScan(
        basePackages = "org.opencgt.web",
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.opencgt\\.web\\.reading\\..*"))
@Import({Vocabulary.class, Texts.class})
class PagesUnderTest {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    InventedHouse house(Vocabulary vocabulary, Clock clock) {
        return new InventedHouse(vocabulary, clock);
    }
}
