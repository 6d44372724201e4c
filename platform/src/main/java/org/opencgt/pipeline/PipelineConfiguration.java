package org.opencgt.pipeline;

import org.opencgt.guideline.Guidelines;
import org.opencgt.obligation.Obligations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pipeline is made of besides its own parts. */
@Configuration(proxyBeanMethods = false)
class PipelineConfiguration {

    @Bean
    Obligations obligations(Guidelines guidelines) {
        return new Obligations(guidelines);
    }
}
