package org.opencgt.science.stability;

import java.util.Locale;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;

/** A scale on which degradation is a straight line: the logarithm of the result where degradation is of first order. */
public enum Transformation {
    NONE {
        @Override
        double forth(double value) {
            return value;
        }

        @Override
        double back(double value) {
            return value;
        }
    },
    LOG {
        @Override
        double forth(double value) {
            return Math.log(value);
        }

        @Override
        double back(double value) {
            return Math.exp(value);
        }
    },
    SQRT {
        @Override
        double forth(double value) {
            return Math.sqrt(value);
        }

        @Override
        double back(double value) {
            return value * value;
        }
    };

    abstract double forth(double value);

    abstract double back(double value);

    /**
     * The value on this scale.
     *
     * @throws BadInput if the value is zero or negative under a logarithm, or negative under a root
     */
    double checked(StabilityQuantity quantity, double value) {
        double transformed = forth(value);
        if (!Double.isFinite(transformed)) {
            throw Fault.of(StabilityFault.NOT_TRANSFORMABLE)
                    .with("quantity", quantity)
                    .with("value", value)
                    .with("transformation", this)
                    .asException();
        }
        return transformed;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
