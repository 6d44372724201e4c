package org.opencgt.subject;

import java.time.LocalDate;
import org.opencgt.act.In;

/**
 * How many batches a site plans and how many it lets one person carry (CA-5.1.9a).
 *
 * @param batchesAMonth planned
 * @param batchesAPreparer most batches a month for one person of the preparation
 * @param batchesATester most batches a month for one person of the quality testing
 */
public record StaffingPlan(
        LocalDate from,
        @In(value = "1", min = "0") int batchesAMonth,
        @In(value = "1", min = "1") int batchesAPreparer,
        @In(value = "1", min = "1") int batchesATester) {}
