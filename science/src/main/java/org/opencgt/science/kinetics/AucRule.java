package org.opencgt.science.kinetics;

import java.util.Locale;

/**
 * How the area between two samples at t<sub>1</sub> &lt; t<sub>2</sub> is taken. With L = ln(c<sub>2</sub>/c<sub>1</sub>),
 *
 * <pre>
 *   linear       AUC = (t2 - t1)(c1 + c2)/2        AUMC = (t2 - t1)(t1 c1 + t2 c2)/2
 *   logarithmic  AUC = (t2 - t1)(c2 - c1)/L        AUMC = (t2 - t1)(t2 c2 - t1 c1)/L - (t2 - t1)^2 (c2 - c1)/L^2
 * </pre>
 *
 * <p>A logarithmic step needs two positive values; beside a zero the step is linear. Source: Gabrielsson J, Weiner D.
 * Pharmacokinetic and Pharmacodynamic Data Analysis, 5th ed., section 2.8.
 */
public enum AucRule {
    /** Logarithmic where the curve falls, linear elsewhere. */
    LIN_UP_LOG_DOWN {
        @Override
        boolean isLogarithmic(double c1, double c2, double t2, double tmax) {
            return c2 < c1 && c2 > 0;
        }
    },
    /** Linear throughout. */
    LINEAR {
        @Override
        boolean isLogarithmic(double c1, double c2, double t2, double tmax) {
            return false;
        }
    },
    /** Linear up to the peak, logarithmic after it. */
    LIN_LOG {
        @Override
        boolean isLogarithmic(double c1, double c2, double t2, double tmax) {
            return t2 > tmax && c1 > 0 && c2 > 0;
        }
    };

    /** Whether the step that ends at {@code t2} is logarithmic on a curve that peaks at {@code tmax}. */
    abstract boolean isLogarithmic(double c1, double c2, double t2, double tmax);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
