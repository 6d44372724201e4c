package org.opencgt.science.potency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.potency.RelativePotency.Details;
import org.opencgt.science.statistics.Fieller;

/**
 * ln rp of a model that is linear in ln(dose): the distance d of the preparations over the slope b.
 *
 * @param se by the delta method
 * @param quantile that its limits are made with
 */
record LogRatio(double value, double se, Fieller fieller, double quantile) {

    static LogRatio of(double d, double b, double varD, double covariance, double varB, double quantile) {
        double value = d / b;
        return new LogRatio(
                value,
                Math.sqrt(varD - 2 * value * covariance + value * value * varB) / Math.abs(b),
                Fieller.of(d, b, varD, covariance, varB, quantile),
                quantile);
    }

    RelativePotency of(
            LineAssay assay,
            String test,
            String model,
            Parallelism parallelism,
            @Nullable Equivalence equivalence,
            Details details,
            List<PotencyFlag> flags) {
        return new RelativePotency(
                test,
                assay.reference(),
                model,
                assay.size(),
                assay.missing(),
                Math.exp(value),
                value,
                se,
                fieller.g(),
                Math.exp(fieller.lower()),
                Math.exp(fieller.upper()),
                Math.exp(value - quantile * se),
                Math.exp(value + quantile * se),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                parallelism,
                equivalence,
                details,
                flags);
    }
}
