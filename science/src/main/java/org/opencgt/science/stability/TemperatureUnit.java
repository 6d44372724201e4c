package org.opencgt.science.stability;

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

    static double celsius(double kelvin) {
        return kelvin - ZERO_CELSIUS;
    }
}
