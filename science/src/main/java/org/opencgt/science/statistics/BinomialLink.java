package org.opencgt.science.statistics;

/** How the linear predictor of a binomial regression becomes a probability. */
public enum BinomialLink {
    PROBIT {
        @Override
        public double probability(double predictor) {
            return Normal.below(predictor);
        }

        @Override
        double density(double predictor) {
            return Normal.density(predictor);
        }

        @Override
        public double predictor(double probability) {
            return Normal.quantile(probability);
        }
    },
    LOGIT {
        @Override
        public double probability(double predictor) {
            return predictor > 0 ? 1 / (1 + Math.exp(-predictor)) : Math.exp(predictor) / (1 + Math.exp(predictor));
        }

        @Override
        double density(double predictor) {
            double tail = Math.exp(-Math.abs(predictor));
            return tail / ((1 + tail) * (1 + tail));
        }

        @Override
        public double predictor(double probability) {
            return Math.log(probability) - Math.log1p(-probability);
        }
    };

    /** The probability at a linear predictor; both links are symmetric, so that of failure is the one at its negative. */
    public abstract double probability(double predictor);

    abstract double density(double predictor);

    /** The inverse of {@link #probability}. */
    public abstract double predictor(double probability);
}
