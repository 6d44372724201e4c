package org.opencgt.science.dosefinding.cli;

import org.opencgt.science.Result;
import org.opencgt.science.dosefinding.administration.ActualDose;
import org.opencgt.science.dosefinding.administration.DoseBasis;

/**
 * One row of {@code dose actual}; see {@link ActualDose}.
 *
 * @param per unit of body size
 * @param size of the body in that unit
 * @param totalCells living and dead
 * @param volumeForTargetMl the volume that holds the target; NaN if it is not known or the cells do not suffice
 * @param positiveCellsPerKg NaN if the weight is not known
 * @param transducedOutlier whether the transduced fraction lies apart from those of the other rows
 */
record Actual(
        String subject,
        double totalCells,
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
        double volumeForTargetMl,
        double positiveCellsPerKg,
        boolean transducedOutlier)
        implements Result {

    static Actual of(
            String subject, DoseBasis basis, double totalCells, ActualDose dose, double weightKg, boolean outlier) {
        return new Actual(
                subject,
                totalCells,
                dose.cells().viableCells(),
                dose.cells().positiveCells(),
                basis.toString(),
                dose.size(),
                dose.dose(),
                dose.range().target(),
                dose.percentOfTarget(),
                dose.range().lowest(),
                dose.range().highest(),
                dose.isWithin(),
                dose.volumeForTargetMl(),
                Double.isNaN(weightKg) ? Double.NaN : dose.cells().positiveCellsPerKg(weightKg),
                outlier);
    }
}
