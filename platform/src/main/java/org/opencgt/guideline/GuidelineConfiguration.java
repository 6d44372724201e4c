package org.opencgt.guideline;

import java.nio.file.Path;
import org.opencgt.act.Vocabulary;
import org.opencgt.gate.Gate;
import org.opencgt.gate.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The packs for the rest of the server; it does not start with a pack that has an error. */
@Configuration(proxyBeanMethods = false)
class GuidelineConfiguration {

    /** The property that names a directory of further packs. */
    static final String DIRECTORY = "opencgt.packs";

    @Bean
    @ConditionalOnMissingBean
    Language language(Vocabulary vocabulary) {
        return new Language(vocabulary);
    }

    @Bean
    @ConditionalOnMissingBean
    Guidelines guidelines(Language language, @Value("${" + DIRECTORY + ":}") String directory) {
        return load(language, directory);
    }

    static Guidelines load(Language language, String directory) {
        return PackLoader.load(language, directory.isBlank() ? null : Path.of(directory));
    }

    @Bean
    Gate gate(Language language, Guidelines guidelines) {
        return new Gate(language, guidelines.checks());
    }
}
