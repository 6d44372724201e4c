package org.opencgt.science.dosefinding.design;

import org.opencgt.science.dosefinding.ToxicityEstimates;

/** The rates (y + 0.05) / (n + 0.1) of y events in n patients, tabulated. Immutable. */
final class Rates {

    private final int stride;
    private final double[] rates;

    Rates(int maximumPatients) {
        stride = maximumPatients + 1;
        rates = new double[stride * stride];
        for (int n = 0; n <= maximumPatients; n++) {
            for (int events = 0; events <= n; events++) {
                rates[n * stride + events] =
                        (events + ToxicityEstimates.PSEUDO_COUNT) / (n + 2 * ToxicityEstimates.PSEUDO_COUNT);
            }
        }
    }

    double of(int events, int n) {
        return rates[n * stride + events];
    }

    int maximumPatients() {
        return stride - 1;
    }
}
