package org.opencgt.science.stability;

/**
 * A straight line with what is known of it, on the scales of the fit: the mean at x is level + slope (x - centre), with variance
 * sigma^2 (levelFactor + slopeFactor (x - centre)^2).
 *
 * @param levelFactor 1 / n where the line has a level of its own
 * @param slopeFactor 1 / Sxx
 * @param sigma NaN where there are no degrees of freedom; zero where all points lie on their lines
 */
record FittedLine(
        double centre, double level, double slope, double levelFactor, double slopeFactor, double sigma, int df) {

    double intercept() {
        return level - slope * centre;
    }

    double interceptError() {
        return sigma * Math.sqrt(levelFactor + centre * centre * slopeFactor);
    }

    double slopeError() {
        return sigma * Math.sqrt(slopeFactor);
    }

    double covariance() {
        return -centre * slopeFactor * sigma * sigma;
    }

    double at(double x) {
        return level + slope * (x - centre);
    }

    double errorAt(double x) {
        double z = x - centre;
        return sigma * Math.sqrt(levelFactor + slopeFactor * z * z);
    }

    /**
     * The first x, from a start on, where a confidence limit of the mean meets a limit of the specification; infinite if it never
     * does, the start if it is beyond the limit already.
     *
     * <p>With u and w the distance of the mean from the limit at the centre and its change, inside means
     * u + w z &ge; t sigma sqrt(levelFactor + slopeFactor z^2) with z = x - centre. The left side less the right side is concave, so
     * there is one way out, a root of A z^2 + 2 B z + C = 0 with A = w^2 - k slopeFactor, B = u w, C = u^2 - k levelFactor and
     * k = t^2 sigma^2.
     *
     * @param upper whether the limit is an upper one
     * @param t the quantile of Student's distribution for the confidence limit
     */
    double crossing(double limit, boolean upper, double t, double start) {
        if (Double.isNaN(sigma)) {
            return Double.NaN;
        }
        double sign = upper ? -1 : 1;
        double u = sign * (level - limit);
        double w = sign * slope;
        double z0 = start - centre;
        double k = t * t * sigma * sigma;
        double spread = Math.sqrt(levelFactor + slopeFactor * z0 * z0);
        double distance = u + w * z0 - t * sigma * spread;
        double change = w - t * sigma * slopeFactor * z0 / spread;
        if (distance < 0 || (distance == 0 && change < 0)) {
            return start;
        }
        if (sigma == 0) {
            return w < 0 ? centre - u / w : Double.POSITIVE_INFINITY;
        }
        double a = w * w - k * slopeFactor;
        double b = u * w;
        double c = u * u - k * levelFactor;
        // b^2 - a c without the terms that cancel
        double discriminant = k * (levelFactor * w * w + slopeFactor * u * u - k * levelFactor * slopeFactor);
        if (discriminant < 0) {
            return Double.POSITIVE_INFINITY;
        }
        double q = -(b + Math.copySign(Math.sqrt(discriminant), b));
        double first = Double.POSITIVE_INFINITY;
        for (double z : new double[] {q / a, c / q}) {
            if (z > z0 && z < first && u + w * z >= 0) {
                first = z;
            }
        }
        return centre + first;
    }
}
