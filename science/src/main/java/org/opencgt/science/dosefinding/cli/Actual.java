package org.opencgt.science.dosefinding.cli;

import org.opencgt.science.Result;
import org.opencgt.science.dosefinding.administration.ActualDose;

/**
 * One row of {@code dose actual}; see {@link ActualDose}.
 *
 * @param per unit of body size
 * @param size of the body in that unit
 * @param volumeForTargetMl the volume that holds the target; NaN if it is not known or the cells do not suffice
 */
record Actual(
        String subject,
        double viableCells,
        double positiveCells,
        String per,
        double size,
        double dose,
        double target,
        double percentOfTarget,
        double lowest,
        double highest,
        boolean within,
        double volumeForTargetMl)
        implements Result {

    static Actual of(String subject, ActualCommand.Unit unit, ActualDose dose) {
        return new Actual(
                subject,
                dose.cells().viableCells(),
                dose.cells().positiveCells(),
                unit.toString(),
                dose.size(),
                dose.dose(),
                dose.range().target(),
                dose.percentOfTarget(),
                dose.range().lowest(),
                dose.range().highest(),
                dose.isWithin(),
                dose.volumeForTargetMl());
    }
}
