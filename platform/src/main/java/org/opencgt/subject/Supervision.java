package org.opencgt.subject;

import java.time.LocalDate;
import java.util.List;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/** The team leader looked at the cell therapy programme over a period (CA-5.3.2.3). */
public record Supervision(
        LocalDate from,
        LocalDate to,
        List<Topic> topics,
        @Text(max = 2000, lines = true) String conclusion,
        Ref<? extends Subject> by) {

    public enum Topic {
        QUALITY_MANAGEMENT,
        PATIENT_SELECTION_AND_CARE,
        COLLECTION_AND_SEPARATION,
        TEMPORARY_STORAGE
    }
}
