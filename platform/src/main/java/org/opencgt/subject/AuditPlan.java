package org.opencgt.subject;

import java.time.LocalDate;
import java.util.List;

/** The audits that a site plans for itself: the days, in order. */
public record AuditPlan(LocalDate approved, List<LocalDate> days) {}
