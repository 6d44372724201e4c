package org.opencgt.science.dosefinding.design;

import java.util.Locale;

/** One-parameter models of toxicity along doses, which fall in the parameter a. A dose is known by its skeleton s, a prior guess. */
public enum ToxicityModel {
    /** p = s^exp(a). */
    EMPIRIC {
        @Override
        double scaled(double skeleton, double intercept) {
            return Math.log(skeleton);
        }

        @Override
        double logToxic(double scaled, double intercept, double slope) {
            return slope * scaled;
        }

        @Override
        double logHarmless(double scaled, double intercept, double slope) {
            return Math.log(-Math.expm1(slope * scaled));
        }

        @Override
        double slope(double scaled, double intercept, double toxicity) {
            return Math.log(toxicity) / scaled;
        }

        @Override
        double score(double scaled, double intercept, double slope, int toxic, int harmless) {
            double log = slope * scaled;
            return toxic * log + harmless * log * Math.exp(log) / Math.expm1(log);
        }
    },
    /** logit p = c + exp(a) (logit s − c) with a fixed intercept c. */
    LOGISTIC {
        @Override
        double scaled(double skeleton, double intercept) {
            return logit(skeleton) - intercept;
        }

        @Override
        double logToxic(double scaled, double intercept, double slope) {
            return -Math.log1p(Math.exp(-(intercept + slope * scaled)));
        }

        @Override
        double logHarmless(double scaled, double intercept, double slope) {
            double linear = intercept + slope * scaled;
            return linear > 0 ? -linear - Math.log1p(Math.exp(-linear)) : -Math.log1p(Math.exp(linear));
        }

        @Override
        double slope(double scaled, double intercept, double toxicity) {
            return (logit(toxicity) - intercept) / scaled;
        }

        @Override
        double score(double scaled, double intercept, double slope, int toxic, int harmless) {
            double p = toxicity(scaled, intercept, slope);
            return slope * scaled * (toxic * (1 - p) - harmless * p);
        }
    };

    /** What stands for the dose in the model; negative. */
    abstract double scaled(double skeleton, double intercept);

    /** log p, with the slope exp(a). */
    abstract double logToxic(double scaled, double intercept, double slope);

    /** log(1 − p). */
    abstract double logHarmless(double scaled, double intercept, double slope);

    /** The slope at which a dose has a toxicity. */
    abstract double slope(double scaled, double intercept, double toxicity);

    /** The derivative with respect to a of the logarithm of p^toxic (1 − p)^harmless. */
    abstract double score(double scaled, double intercept, double slope, int toxic, int harmless);

    double toxicity(double scaled, double intercept, double slope) {
        return Math.exp(logToxic(scaled, intercept, slope));
    }

    /** The skeleton of the dose that stands for itself in the model as {@code scaled}. */
    double skeleton(double scaled, double intercept) {
        return toxicity(scaled, intercept, 1);
    }

    /** What stands for a dose that has a toxicity at a slope. */
    double scaledAt(double toxicity, double intercept, double slope) {
        return scaled(toxicity, intercept) / slope;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }
}
