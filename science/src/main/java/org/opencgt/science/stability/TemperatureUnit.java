package org.opencgt.science.stability;

import org.opencgt.science.Check;
import org.opencgt.science.Fault;

/** The scales on which loggers give temperatures, named by their letters. */
public enum TemperatureUnit {
    C {
        @Override
        public double toCelsius(double value) {
            return value;
        }
    },
    F {
        @Override
        public double toCelsius(double value) {
            return (value - 32) * 5 / 9;
        }
    },
    K {
        @Override
        public double toCelsius(double value) {
            return celsius(value);
        }
    };

    private static final double ZERO_CELSIUS = 273.15;

    public abstract double toCelsius(double value);

    static double kelvin(double celsius) {
        return celsius + ZERO_CELSIUS;
    }

    /** Refuses what is at or below absolute zero. */
    static double checkedKelvin(double celsius) {
        Check.finite(StabilityQuantity.TEMPERATURE, celsius);
        if (kelvin(celsius) <= 0) {
            throw Fault.of(StabilityFault.BELOW_ABSOLUTE_ZERO)
                    .with("celsius", celsius)
                    .asException();
        }
        return kelvin(celsius);
    }

    static double celsius(double kelvin) {
        return kelvin - ZERO_CELSIUS;
    }
}
