package org.opencgt.science.dosefinding.trial;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.design.Rules;

/**
 * What happened in many trials, summed up. Simulated trials weigh 1, enumerated ones their probability.
 */
public final class Sums {

    private final int planned;
    private final boolean[] toxic;
    private final int ideal;

    private double weight;
    private double none;
    private double over60;
    private double over80;
    private double poor;
    private double total;
    private double totalSquared;
    private double totalDlts;
    private double totalDltsSquared;
    private final double[] selected;
    private final double[] patients;
    private final double[] patientsSquared;
    private final double[] shares;
    private final double[] dlts;
    private final double[] dltsSquared;
    private final double[] responses;

    private Sums(int planned, boolean[] toxic, int ideal) {
        this.planned = planned;
        this.toxic = toxic;
        this.ideal = ideal;
        int doses = toxic.length;
        selected = new double[doses];
        patients = new double[doses];
        patientsSquared = new double[doses];
        shares = new double[doses];
        dlts = new double[doses];
        dltsSquared = new double[doses];
        responses = new double[doses];
    }

    /**
     * No trial yet.
     *
     * @param planned how many patients a trial is to have
     * @param target toxicity above which a dose is too high
     */
    public static Sums of(Design design, int planned, Truth truth, double target) {
        boolean[] toxic = new boolean[truth.doses()];
        for (int dose = 0; dose < toxic.length; dose++) {
            toxic[dose] = truth.toxicity().get(dose) > target;
        }
        return new Sums(planned, toxic, design.ideal(truth, target) - 1);
    }

    /** How many doses there are. */
    public int doses() {
        return toxic.length;
    }

    /** The same question with no trial yet. */
    public Sums fresh() {
        return new Sums(planned, toxic, ideal);
    }

    /** Adds a trial. */
    public void add(double w, int[] n, int[] y, int[] e, int dose) {
        int over = 0;
        int all = 0;
        int allDlts = 0;
        for (int i = 0; i < n.length; i++) {
            patients[i] += w * n[i];
            patientsSquared[i] += w * n[i] * n[i];
            dlts[i] += w * y[i];
            dltsSquared[i] += w * y[i] * y[i];
            responses[i] += w * e[i];
            over += n[i] * (toxic[i] ? 1 : 0);
            all += n[i];
            allDlts += y[i];
        }
        double perPatient = w / all;
        for (int i = 0; i < n.length; i++) {
            shares[i] += perPatient * n[i];
        }
        weight += w;
        total += w * all;
        totalSquared += w * all * all;
        totalDlts += w * allDlts;
        totalDltsSquared += w * allDlts * allDlts;
        if (dose == Rules.NONE) {
            none += w;
        } else {
            selected[dose] += w;
        }
        if (over > 0.6 * planned) {
            over60 += w;
            if (over > 0.8 * planned) {
                over80 += w;
            }
        }
        if (n[ideal] * n.length < planned) {
            poor += w;
        }
    }

    /** Adds the trials of another sum. */
    public void add(Sums other) {
        weight += other.weight;
        none += other.none;
        over60 += other.over60;
        over80 += other.over80;
        poor += other.poor;
        total += other.total;
        totalSquared += other.totalSquared;
        totalDlts += other.totalDlts;
        totalDltsSquared += other.totalDltsSquared;
        add(selected, other.selected);
        add(patients, other.patients);
        add(patientsSquared, other.patientsSquared);
        add(shares, other.shares);
        add(dlts, other.dlts);
        add(dltsSquared, other.dltsSquared);
        add(responses, other.responses);
    }

    /** The figures of a simulation of so many trials from a seed. */
    public OperatingCharacteristics simulated(String design, Truth truth, int trials, long seed) {
        return characteristics(design, truth, "simulate", trials, seed, standardError(trials));
    }

    /** The figures of an enumeration. */
    OperatingCharacteristics exact(String design, Truth truth) {
        return characteristics(design, truth, "exact", null, null, null);
    }

    private OperatingCharacteristics characteristics(
            String design,
            Truth truth,
            String method,
            @Nullable Integer trials,
            @Nullable Long seed,
            OperatingCharacteristics.@Nullable StandardError standardError) {
        boolean responding = truth.efficacy() != null;
        return new OperatingCharacteristics(
                null,
                design,
                method,
                truth.toxicity(),
                truth.efficacy(),
                scaled(selected, 100 / weight),
                scaled(patients, 1 / weight),
                scaled(shares, 100 / weight),
                scaled(dlts, 1 / weight),
                responding ? scaled(responses, 1 / weight) : null,
                100 * none / weight,
                total / weight,
                totalDlts / weight,
                responding ? (Double) (Arrays.stream(responses).sum() / weight) : null,
                overdose(),
                ideal(),
                null,
                trials,
                seed,
                standardError);
    }

    private OperatingCharacteristics.Overdose overdose() {
        double given = 0;
        double chosen = 0;
        for (int dose = 0; dose < toxic.length; dose++) {
            given += toxic[dose] ? patients[dose] : 0;
            chosen += toxic[dose] ? selected[dose] : 0;
        }
        return new OperatingCharacteristics.Overdose(
                100 * over60 / weight, 100 * over80 / weight, 100 * given / total, 100 * chosen / weight);
    }

    private OperatingCharacteristics.Ideal ideal() {
        return new OperatingCharacteristics.Ideal(
                ideal + 1, 100 * selected[ideal] / weight, 100 * patients[ideal] / total, 100 * poor / weight);
    }

    private OperatingCharacteristics.StandardError standardError(int trials) {
        return new OperatingCharacteristics.StandardError(
                Arrays.stream(selected)
                        .mapToObj(count -> ofPercent(count, trials))
                        .toList(),
                ofMeans(patients, patientsSquared, trials),
                ofMeans(dlts, dltsSquared, trials),
                ofPercent(none, trials),
                ofMean(total, totalSquared, trials),
                ofMean(totalDlts, totalDltsSquared, trials));
    }

    private static double ofPercent(double count, int trials) {
        return 100 * ofMean(count, count, trials);
    }

    private static List<Double> ofMeans(double[] sums, double[] squares, int trials) {
        Double[] errors = new Double[sums.length];
        Arrays.setAll(errors, i -> ofMean(sums[i], squares[i], trials));
        return List.of(errors);
    }

    private static double ofMean(double sum, double squares, int trials) {
        double mean = sum / trials;
        return Math.sqrt(Math.max(0, squares / trials - mean * mean) / trials);
    }

    private static List<Double> scaled(double[] sums, double factor) {
        return Arrays.stream(sums).map(sum -> sum * factor).boxed().toList();
    }

    private static void add(double[] to, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += what[i];
        }
    }
}
