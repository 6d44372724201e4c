package org.opencgt.science.dosefinding.cli;

import java.util.List;
import org.opencgt.science.Result;
import org.opencgt.science.dosefinding.administration.DoseBasis;
import org.opencgt.science.dosefinding.administration.OrderedDose;

/**
 * One row of {@code dose order}; see {@link OrderedDose}.
 *
 * @param per unit of body size
 * @param size of the body in that unit
 * @param countedSize no more than the cap
 * @param cellsPerKg NaN if the weight is not known
 */
record Ordered(
        String subject,
        double dose,
        String per,
        double size,
        double countedSize,
        double cells,
        double cellsPerKg,
        List<Double> infusions,
        boolean capped)
        implements Result {

    Ordered {
        infusions = List.copyOf(infusions);
    }

    static Ordered of(String subject, DoseBasis basis, OrderedDose dose, double weightKg) {
        return new Ordered(
                subject,
                dose.dose(),
                basis.toString(),
                dose.size(),
                dose.countedSize(),
                dose.cells(),
                dose.cells() / weightKg,
                dose.infusions(),
                dose.isCapped());
    }
}
