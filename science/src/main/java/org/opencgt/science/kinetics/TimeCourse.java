package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.SampleSummary;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The values of a group at one visit. Results below the limit count as zero in means, medians and quartiles, and not at all in
 * geometric values.
 *
 * @param group empty if there are none
 * @param time median of the actual times of the visit
 * @param n number of results
 * @param belowLimit how many of them are below the limit of quantification
 */
@JsonNaming(SnakeCaseStrategy.class)
public record TimeCourse(
        @JsonInclude(Include.NON_EMPTY) String group,
        double time,
        int n,
        int belowLimit,
        double mean,
        double sd,
        double median,
        double q1,
        double q3,
        double min,
        double max,
        double geometricMean,
        double geometricCvPercent)
        implements Result {

    /** A visit ends where the next sample is later than its first by more than this part, and more than {@link #SPREAD}. */
    private static final double RELATIVE_SPREAD = 0.15;

    private static final double SPREAD = 0.25;

    private record Sample(int subject, double time, double value) {}

    /**
     * The courses of all groups. Samples are joined to visits: a subject has one sample at each, and the samples of a visit lie
     * within 15 % or a quarter of a unit of time of its first.
     */
    public static List<TimeCourse> of(List<Curve> curves) {
        List<TimeCourse> rows = new ArrayList<>();
        Groups.of(curves, Curve::group).forEach((group, own) -> {
            List<Sample> samples = new ArrayList<>();
            for (int subject = 0; subject < own.size(); subject++) {
                Curve curve = own.get(subject);
                for (int i = 0; i < curve.size(); i++) {
                    samples.add(new Sample(subject, curve.time(i), curve.value(i)));
                }
            }
            samples.sort(Comparator.comparingDouble(Sample::time));
            visits(samples).forEach(visit -> rows.add(of(group, visit)));
        });
        return List.copyOf(rows);
    }

    private static List<List<Sample>> visits(List<Sample> samples) {
        List<List<Sample>> visits = new ArrayList<>();
        List<Sample> visit = new ArrayList<>();
        Set<Integer> present = new HashSet<>();
        for (Sample sample : samples) {
            if (!visit.isEmpty() && (present.contains(sample.subject) || isLater(sample, visit.getFirst()))) {
                visits.add(visit);
                visit = new ArrayList<>();
                present.clear();
            }
            visit.add(sample);
            present.add(sample.subject);
        }
        if (!visit.isEmpty()) {
            visits.add(visit);
        }
        return visits;
    }

    private static boolean isLater(Sample sample, Sample first) {
        return sample.time - first.time > Math.max(SPREAD, RELATIVE_SPREAD * Math.abs(first.time));
    }

    private static TimeCourse of(String group, List<Sample> visit) {
        double[] values = visit.stream().mapToDouble(Sample::value).toArray();
        SampleSummary all = SampleSummary.of(values);
        SampleSummary quantified = SampleSummary.of(visit.stream()
                .mapToDouble(Sample::value)
                .filter(value -> value > 0)
                .toArray());
        return new TimeCourse(
                group,
                SampleSummary.of(visit.stream().mapToDouble(Sample::time).toArray())
                        .median(),
                all.n(),
                all.n() - quantified.n(),
                all.mean(),
                all.sd(),
                all.median(),
                all.q1(),
                all.q3(),
                all.min(),
                all.max(),
                quantified.geometricMean(),
                quantified.geometricCvPercent());
    }
}
