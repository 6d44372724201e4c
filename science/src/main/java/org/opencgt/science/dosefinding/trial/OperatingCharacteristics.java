package org.opencgt.science.dosefinding.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Result;

/**
 * How a design behaves under a truth. Lists have one value for each dose.
 *
 * @param scenario name of the truth
 * @param design name of the design
 * @param method {@code simulate} or {@code exact}
 * @param truth probabilities of toxicity
 * @param truthEfficacy probabilities of response; null if they play no part
 * @param selectionPercent how often each dose is selected
 * @param patients mean number treated
 * @param patientsPercent mean share of a trial's patients
 * @param dlts mean number with a dose-limiting toxicity
 * @param responses mean number of responders; null if response plays no part
 * @param earlyStopPercent how often no dose is selected, for the most part because the trial was stopped early
 * @param overdose how often and how much too high a dose is given
 * @param ideal how often the right dose is found and given
 * @param calendar how long a trial takes, and what happens on the way; null if time plays no part
 * @param trials how many were simulated; null if exact
 * @param seed of the simulation; null if exact
 * @param standardError Monte Carlo errors of the figures of the same name; null if exact
 */
public record OperatingCharacteristics(
        @Nullable String scenario,
        String design,
        String method,
        List<Double> truth,
        @JsonInclude(Include.NON_NULL) @Nullable List<Double> truthEfficacy,
        List<Double> selectionPercent,
        List<Double> patients,
        List<Double> patientsPercent,
        List<Double> dlts,
        @JsonInclude(Include.NON_NULL) @Nullable List<Double> responses,
        double earlyStopPercent,
        double totalPatients,
        double totalDlts,
        @JsonInclude(Include.NON_NULL) @Nullable Double totalResponses,
        Overdose overdose,
        Ideal ideal,
        @JsonInclude(Include.NON_NULL) @Nullable CalendarFigures calendar,
        @JsonInclude(Include.NON_NULL) @Nullable Integer trials,
        @JsonInclude(Include.NON_NULL) @Nullable Long seed,
        @JsonInclude(Include.NON_NULL) @Nullable StandardError standardError)
        implements Result {

    public OperatingCharacteristics {
        truth = List.copyOf(truth);
        truthEfficacy = truthEfficacy == null ? null : List.copyOf(truthEfficacy);
        selectionPercent = List.copyOf(selectionPercent);
        patients = List.copyOf(patients);
        patientsPercent = List.copyOf(patientsPercent);
        dlts = List.copyOf(dlts);
        responses = responses == null ? null : List.copyOf(responses);
    }

    /**
     * Doses whose true toxicity is above the target.
     *
     * @param overdose60 percent of trials that give them to more than 60% of the planned patients
     * @param overdose80 the same with 80%
     * @param patientsPercent of all patients, how many receive them
     * @param selectedPercent how often one of them is selected
     */
    public record Overdose(double overdose60, double overdose80, double patientsPercent, double selectedPercent) {}

    /**
     * The dose that ought to be found.
     *
     * @param dose its number from 1
     * @param selectedPercent how often it is
     * @param patientsPercent of all patients, how many receive it
     * @param poorAllocationPercent percent of trials in which fewer patients receive it than if the planned number were shared
     *     out equally
     */
    public record Ideal(int dose, double selectedPercent, double patientsPercent, double poorAllocationPercent) {}

    /**
     * How long a trial takes, from the arrival of its first patient to the last outcome, and what happens on the way.
     *
     * @param days mean duration
     * @param daysSd its standard deviation
     * @param days10 one trial in ten is over by then
     * @param days50 half of them are
     * @param days90 nine in ten are
     * @param assigned mean number of patients given a place, treated or not
     * @param notMade mean number for whom no product could be given
     * @param belowAssigned mean number who received the dose below, as their product held less
     * @param backfilled mean number treated at each dose beside the cohorts
     * @param turnedAway mean number who came while there was no place
     */
    public record CalendarFigures(
            double days,
            double daysSd,
            double days10,
            double days50,
            double days90,
            double assigned,
            double notMade,
            double belowAssigned,
            List<Double> backfilled,
            double turnedAway) {

        public CalendarFigures {
            backfilled = List.copyOf(backfilled);
        }
    }

    /** Standard errors of the figures that a simulation estimates. */
    public record StandardError(
            List<Double> selectionPercent,
            List<Double> patients,
            List<Double> dlts,
            double earlyStopPercent,
            double totalPatients,
            double totalDlts) {

        public StandardError {
            selectionPercent = List.copyOf(selectionPercent);
            patients = List.copyOf(patients);
            dlts = List.copyOf(dlts);
        }
    }

    /** The same under a name. */
    public OperatingCharacteristics named(String name) {
        return with(name, calendar);
    }

    /** The same with what time brings. */
    public OperatingCharacteristics with(CalendarFigures figures) {
        return with(scenario, figures);
    }

    private OperatingCharacteristics with(@Nullable String name, @Nullable CalendarFigures figures) {
        return new OperatingCharacteristics(
                name,
                design,
                method,
                truth,
                truthEfficacy,
                selectionPercent,
                patients,
                patientsPercent,
                dlts,
                responses,
                earlyStopPercent,
                totalPatients,
                totalDlts,
                totalResponses,
                overdose,
                ideal,
                figures,
                trials,
                seed,
                standardError);
    }
}
