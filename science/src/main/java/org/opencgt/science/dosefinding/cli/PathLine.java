package org.opencgt.science.dosefinding.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Result;
import org.opencgt.science.dosefinding.Decision;
import org.opencgt.science.dosefinding.trial.Pathway;

/** A {@link Pathway} in one line. */
record PathLine(
        String course,
        Decision decision,
        @Nullable Integer nextDose,
        @Nullable Integer mtd,
        @JsonInclude(Include.NON_NULL) @Nullable Double probability)
        implements Result {

    static PathLine of(Pathway path) {
        return new PathLine(path.course(), path.decision(), path.nextDose(), path.mtd(), path.probability());
    }
}
