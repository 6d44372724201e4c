package org.opencgt.science.dosefinding.design;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The posterior of the parameter a of a {@link ToxicityModel} under a normal prior with mean 0, by the trapezoidal rule on the
 * whole line. The integrand is analytic and falls off at both ends at least as fast as the prior, so the rule converges
 * exponentially: with a step of at most half a posterior standard deviation, to the last digits. The logarithms of p and 1 − p are
 * tabulated at the finest step. Immutable.
 */
final class CrmPosterior {

    private static final double FINEST_STEP = 1.0 / 32;
    private static final int FIRST_STRIDE = 8;
    private static final double STEPS_PER_DEVIATION = 2;
    /** Farther out there is nothing left of the prior, or of the likelihood where the prior is flat. */
    private static final double PRIOR_DEVIATIONS = 12;

    private static final double FARTHEST = 60;

    /** A density this many logarithms below the largest is nothing. */
    private static final double NEGLIGIBLE = 40;

    private static final int GAUSS_POINTS = 100;
    private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();

    private final ToxicityModel model;
    private final double intercept;
    private final double[] scaled;
    private final double priorDeviation;

    private final int nodes;
    private final double step;
    private final double[] logPrior;
    /** By dose and node. */
    private final double[][] logToxic;

    private final double[][] logHarmless;

    CrmPosterior(ToxicityModel model, double intercept, double[] scaled, double priorDeviation) {
        this.model = model;
        this.intercept = intercept;
        this.scaled = scaled.clone();
        this.priorDeviation = priorDeviation;
        step = Math.min(FINEST_STEP, priorDeviation / FIRST_STRIDE);
        int half = (int) Math.ceil(Math.min(PRIOR_DEVIATIONS * priorDeviation, FARTHEST) / step / FIRST_STRIDE)
                * FIRST_STRIDE;
        nodes = 2 * half + 1;
        logPrior = new double[nodes];
        logToxic = new double[scaled.length][nodes];
        logHarmless = new double[scaled.length][nodes];
        for (int node = 0; node < nodes; node++) {
            double a = at(node);
            double slope = Math.exp(a);
            logPrior[node] = -a * a / (2 * priorDeviation * priorDeviation);
            for (int dose = 0; dose < scaled.length; dose++) {
                logToxic[dose][node] = model.logToxic(scaled[dose], intercept, slope);
                logHarmless[dose][node] = model.logHarmless(scaled[dose], intercept, slope);
            }
        }
    }

    /**
     * Mean and variance of a posterior.
     *
     * @param mean E(a | data)
     * @param square E(a² | data)
     */
    record Moments(double mean, double square) {
        double variance() {
            return square - mean * mean;
        }
    }

    /** The moments given toxicities at the doses. */
    Moments moments(int[] patients, int[] dlts) {
        Moments moments = moments(patients, dlts, FIRST_STRIDE);
        int stride = FIRST_STRIDE;
        while (stride > 1 && stride * step * STEPS_PER_DEVIATION > Math.sqrt(Math.max(0, moments.variance()))) {
            stride /= 2;
            moments = moments(patients, dlts, stride);
        }
        return moments;
    }

    private Moments moments(int[] patients, int[] dlts, int stride) {
        double[] logs = new double[(nodes - 1) / stride + 1];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = logDensity(patients, dlts, i * stride);
            largest = Math.max(largest, logs[i]);
        }
        double mass = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < logs.length; i++) {
            double density = Math.exp(logs[i] - largest);
            double a = at(i * stride);
            mass += density;
            first += density * a;
            second += density * a * a;
        }
        return new Moments(first / mass, second / mass);
    }

    /** Pr(toxicity of a dose exceeds a limit | data): as toxicity falls in a, the mass below some a. */
    double exceeds(int dose, double toxicity, int[] patients, int[] dlts) {
        double limit = Math.log(model.slope(scaled[dose], intercept, toxicity));
        double largest = Double.NEGATIVE_INFINITY;
        for (int node = 0; node < nodes; node += FIRST_STRIDE) {
            largest = Math.max(largest, logDensity(patients, dlts, node));
        }
        int first = 0;
        while (logDensity(patients, dlts, first) < largest - NEGLIGIBLE) {
            first += FIRST_STRIDE;
        }
        int last = nodes - 1;
        while (logDensity(patients, dlts, last) < largest - NEGLIGIBLE) {
            last -= FIRST_STRIDE;
        }
        double low = at(Math.max(0, first - FIRST_STRIDE));
        double high = at(Math.min(nodes - 1, last + FIRST_STRIDE));
        double middle = Math.clamp(limit, low, high);
        double peak = largest;
        double below = mass(low, middle, a -> Math.exp(logDensity(patients, dlts, a) - peak));
        return below / (below + mass(middle, high, a -> Math.exp(logDensity(patients, dlts, a) - peak)));
    }

    private static double mass(double low, double high, UnivariateFunction density) {
        return low < high ? GAUSS.legendre(GAUSS_POINTS, low, high).integrate(density) : 0;
    }

    private double logDensity(int[] patients, int[] dlts, double a) {
        double slope = Math.exp(a);
        double log = -a * a / (2 * priorDeviation * priorDeviation);
        for (int dose = 0; dose < patients.length; dose++) {
            log += term(dlts[dose], model.logToxic(scaled[dose], intercept, slope))
                    + term(patients[dose] - dlts[dose], model.logHarmless(scaled[dose], intercept, slope));
        }
        return log;
    }

    private double logDensity(int[] patients, int[] dlts, int node) {
        double log = logPrior[node];
        for (int dose = 0; dose < patients.length; dose++) {
            if (patients[dose] > 0) {
                log += term(dlts[dose], logToxic[dose][node])
                        + term(patients[dose] - dlts[dose], logHarmless[dose][node]);
            }
        }
        return log;
    }

    /** Nobody is no reason for anything, however impossible. */
    private static double term(int count, double log) {
        return count == 0 ? 0 : count * log;
    }

    private double at(int node) {
        return (node - (nodes - 1) / 2) * step;
    }
}
