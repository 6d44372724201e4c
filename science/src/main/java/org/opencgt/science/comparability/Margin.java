package org.opencgt.science.comparability;

import org.opencgt.science.Check;
import org.opencgt.science.Fault;

/** What difference between test and reference still counts as none. To be fixed before the data are seen. */
public sealed interface Margin {

    /**
     * Of the difference of means, in the unit of the values.
     *
     * @param lower below zero
     * @param upper above zero
     */
    record Difference(double lower, double upper) implements Margin {
        public Difference {
            Check.finite(ComparabilityQuantity.MARGIN, lower);
            Check.finite(ComparabilityQuantity.MARGIN, upper);
            if (lower >= upper) {
                throw Fault.of(ComparabilityFault.MARGINS_REVERSED)
                        .with("lower", lower)
                        .with("upper", upper)
                        .asException();
            }
        }
    }

    /**
     * Of the difference of means, as a multiple of the standard deviation of the reference, which is then taken as known.
     *
     * @param factor such as 1.5
     */
    record ReferenceSds(double factor) implements Margin {
        public ReferenceSds {
            Check.positive(ComparabilityQuantity.MARGIN_FACTOR, factor);
        }
    }

    /** Of the ratio of geometric means, such as 0.8 to 1.25. */
    record Ratio(double lower, double upper) implements Margin {
        public Ratio {
            Check.positive(ComparabilityQuantity.RATIO, lower);
            Check.positive(ComparabilityQuantity.RATIO, upper);
            if (lower >= upper) {
                throw Fault.of(ComparabilityFault.MARGINS_REVERSED)
                        .with("lower", lower)
                        .with("upper", upper)
                        .asException();
            }
        }
    }
}
