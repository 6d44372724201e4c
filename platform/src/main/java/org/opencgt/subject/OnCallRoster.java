package org.opencgt.subject;

import java.time.Instant;
import java.util.List;
import org.opencgt.act.Text;

/** Which expert of each supporting discipline can be reached in a period (CA-5.3.6.1). */
public record OnCallRoster(Instant from, Instant until, List<Entry> entries) {

    /** @param reach telephone number or pager */
    public record Entry(
            Discipline discipline,
            @Text(max = 100) String expert,
            @Text(max = 60) String reach) {}

    public enum Discipline {
        GENERAL_SURGERY,
        CARDIOTHORACIC_MEDICINE,
        CRITICAL_CARE,
        GASTROENTEROLOGY,
        INFECTIOUS_DISEASES,
        PATHOLOGY,
        PSYCHIATRY,
        RADIOTHERAPY,
        CLINICAL_LABORATORY,
        NEUROLOGY,
        DERMATOLOGY
    }
}
