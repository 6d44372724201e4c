package org.opencgt.subject;

import java.time.LocalDate;
import java.util.List;
import org.opencgt.act.Text;

/**
 * A look at how process and quality studies go on while trials run (SC-3c).
 *
 * @param open what is not answered
 * @param next day of the next look
 */
public record DevelopmentReview(
        LocalDate held,
        @Text(max = 1000, lines = true) String processDevelopment,
        @Text(max = 1000, lines = true) String qualityStudies,
        List<OpenItem> open,
        LocalDate next) {

    /** @param beforeApplication whether it must be closed before a marketing application */
    public record OpenItem(@Text(max = 300) String item, boolean beforeApplication) {}
}
