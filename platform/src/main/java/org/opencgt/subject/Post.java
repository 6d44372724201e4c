package org.opencgt.subject;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;

/**
 * A post of a site and who holds it.
 *
 * @param product for which it is held; absent: for all
 * @param jobDescription controlled document with its duties
 */
public record Post(
        Kind kind,
        Ref<Person> person,
        @Nullable Ref<Product> product,
        @Nullable Ref<Document> jobDescription,
        Instant since,
        @Nullable LocalDate validUntil) {

    public enum Kind {
        RESEARCH_MANAGEMENT_HEAD,
        RESEARCH_QUALITY_HEAD,
        PREPARATION_MANAGER,
        PREPARATION_OPERATOR,
        QUALITY_TESTING,
        QUALITY_ASSURANCE,
        QUALIFIED_PERSON,
        INTERNAL_AUDITOR,
        PROJECT_LEADER,
        KEY_RESEARCHER,
        EPIDEMIOLOGY_AND_STATISTICS,
        DATA_MANAGEMENT,
        PROJECT_MANAGEMENT,
        STUDY_QUALITY_MANAGEMENT
    }
}
