package org.opencgt.science.dosefinding.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;

/**
 * Whether a simulation lies within four standard errors of exact figures. Errors of percentages follow from the exact figure;
 * where that is so small that the binomial is not near normal, one trial more is allowed.
 */
record Agreement(OperatingCharacteristics exact, OperatingCharacteristics simulated, int trials) {

    private static final double ERRORS = 4;

    static Agreement of(OperatingCharacteristics exact, OperatingCharacteristics simulated) {
        return new Agreement(exact, simulated, Objects.requireNonNull(simulated.trials()));
    }

    /** For figures simulated elsewhere with another number of trials. */
    Agreement scaledTo(int otherTrials) {
        return new Agreement(exact, simulated, otherTrials);
    }

    void check(String scenario) {
        OperatingCharacteristics.StandardError errors = Objects.requireNonNull(simulated.standardError());
        percents(exact.selectionPercent(), simulated.selectionPercent(), scenario);
        percent(exact.earlyStopPercent(), simulated.earlyStopPercent(), scenario);
        percent(exact.overdose().overdose60(), simulated.overdose().overdose60(), scenario);
        percent(exact.overdose().overdose80(), simulated.overdose().overdose80(), scenario);
        percent(exact.ideal().poorAllocationPercent(), simulated.ideal().poorAllocationPercent(), scenario);
        means(exact.patients(), simulated.patients(), errors.patients());
        means(exact.dlts(), simulated.dlts(), errors.dlts());
        means(
                List.of(exact.totalPatients(), exact.totalDlts()),
                List.of(simulated.totalPatients(), simulated.totalDlts()),
                List.of(errors.totalPatients(), errors.totalDlts()));
    }

    void percents(List<Double> expected, List<Double> actual, String what) {
        for (int dose = 0; dose < expected.size(); dose++) {
            percent(expected.get(dose), actual.get(dose), what);
        }
    }

    void percent(double expected, double actual, String what) {
        double error = Math.sqrt(Math.max(0, expected * (100 - expected)) / trials);
        assertThat(actual).as(what).isCloseTo(expected, within(ERRORS * error + 101.0 / trials));
    }

    void means(List<Double> expected, List<Double> actual, List<Double> errorsOfSimulated) {
        double scale = Math.sqrt((double) Objects.requireNonNull(simulated.trials()) / trials);
        for (int dose = 0; dose < expected.size(); dose++) {
            assertThat(actual.get(dose))
                    .isCloseTo(expected.get(dose), within(ERRORS * scale * errorsOfSimulated.get(dose) + 0.002));
        }
    }
}
