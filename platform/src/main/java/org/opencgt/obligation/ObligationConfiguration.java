package org.opencgt.obligation;

import org.opencgt.guideline.Guidelines;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ObligationConfiguration {

    @Bean
    Obligations obligations(Guidelines guidelines) {
        return new Obligations(guidelines);
    }
}
