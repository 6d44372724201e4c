package org.opencgt.science.dosefinding.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Language;
import org.opencgt.science.Result;
import org.opencgt.science.dosefinding.Advice;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.design.Design;

/** An {@link Advice} to be written, with the reason in the language of the reader. */
record Decided(
        String design,
        Decision decision,
        @Nullable Integer nextDose,
        String reason,
        @JsonInclude(Include.NON_NULL) @Nullable Decision tableDecision,
        @JsonInclude(Include.NON_NULL) @Nullable Integer mtd,
        Map<String, Object> settings)
        implements Result {

    static Decided of(Design design, Advice advice, Language language) {
        return new Decided(
                design.name(),
                advice.decision(),
                advice.nextDose(),
                advice.reason().text(language),
                advice.tableDecision(),
                advice.mtd(),
                design.settings());
    }
}
