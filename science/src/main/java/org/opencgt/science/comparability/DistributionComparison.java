package org.opencgt.science.comparability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Progress;
import org.opencgt.science.Result;
import org.opencgt.science.random.Replicates;
import org.opencgt.science.statistics.Permutations;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How far two distributions lie apart, such as the sizes of vesicles before and after a change: the largest distance of the
 * distribution functions (Kolmogorov, Smirnov) and the area between them (Wasserstein, in the unit of the values).
 *
 * <p>The classical p-values take each value as independent. Where values come from lots, those of a lot are alike, so permutations
 * exchange whole lots; each lot then counts the same, however many values it has.
 *
 * @param nTest values
 * @param unitsTest lots, or values where there are none
 * @param d of Kolmogorov and Smirnov; with lots or counts of the weighted functions, and then without classical p-values
 * @param pExact given the ties
 * @param pGreaterAsymptotic of the test's values being smaller: its distribution function lies above
 * @param wasserstein area between the distribution functions
 * @param wassersteinShare of the reference's standard deviation
 * @param pKsPermutation by exchanging units
 * @param permutations that were looked at
 * @param exhaustive whether these are all that there are
 * @param seed NaN if none was needed
 */
@JsonNaming(SnakeCaseStrategy.class)
public record DistributionComparison(
        int nTest,
        int nReference,
        int unitsTest,
        int unitsReference,
        double meanTest,
        double meanReference,
        double d,
        double dPlus,
        double dMinus,
        double pExact,
        double pAsymptotic,
        double pGreaterAsymptotic,
        double pLessAsymptotic,
        double wasserstein,
        double wassersteinShare,
        double pKsPermutation,
        double pWassersteinPermutation,
        int permutations,
        boolean exhaustive,
        double seed,
        List<ComparabilityFlag> flags)
        implements Result {

    public DistributionComparison {
        flags = List.copyOf(flags);
    }

    /**
     * A value with what it counts for.
     *
     * @param unit its lot; empty if it stands for itself
     * @param count how many, such as of a bin of a histogram
     */
    public record Observation(Group group, String unit, double value, double count) {
        public Observation {
            Check.finite(ComparabilityQuantity.DIFFERENCE, value);
            if (!(count >= 0) || Double.isInfinite(count)) {
                throw Fault.of(ComparabilityFault.NEGATIVE_COUNT)
                        .with("count", count)
                        .asException();
            }
        }
    }

    /**
     * Compares.
     *
     * @param most permutations
     * @throws BadInput if a group is empty
     * @throws InterruptedException if this thread is interrupted
     */
    public static DistributionComparison of(
            List<Observation> observations, int most, Replicates replicates, Progress progress)
            throws InterruptedException {
        List<Observation> known =
                observations.stream().filter(one -> one.count() > 0).toList();
        for (Group group : Group.values()) {
            if (known.stream().noneMatch(one -> one.group() == group)) {
                throw Fault.of(ComparabilityFault.TOO_FEW_VALUES)
                        .with("group", group)
                        .with("n", 0)
                        .with("least", 1)
                        .asException();
            }
        }
        boolean plain = known.stream().allMatch(one -> one.unit().isEmpty() && one.count() == 1);
        double[] test = values(known, Group.TEST);
        double[] reference = values(known, Group.REFERENCE);
        KolmogorovSmirnov classical = plain ? KolmogorovSmirnov.of(test, reference) : null;
        Merged merged = Merged.of(known);
        double[] apart = merged.distances(merged.first);
        Permutations area =
                Permutations.test(merged.first, division -> merged.distances(division)[1], most, replicates, progress);
        Permutations height =
                Permutations.test(merged.first, division -> merged.distances(division)[0], most, replicates, progress);
        double sd = merged.sd(Group.REFERENCE);
        List<ComparabilityFlag> flags = new ArrayList<>();
        if (classical != null && classical.ties()) {
            flags.add(ComparabilityFlag.TIES);
        }
        if (classical != null && Double.isNaN(classical.pExact())) {
            flags.add(ComparabilityFlag.ASYMPTOTIC);
        }
        if (Math.min(merged.units(Group.TEST), merged.units(Group.REFERENCE)) < 3) {
            flags.add(ComparabilityFlag.FEW_LOTS);
        }
        return new DistributionComparison(
                test.length,
                reference.length,
                merged.units(Group.TEST),
                merged.units(Group.REFERENCE),
                merged.mean(Group.TEST),
                merged.mean(Group.REFERENCE),
                classical == null ? apart[0] : classical.d(),
                classical == null ? apart[2] : classical.dPlus(),
                classical == null ? apart[3] : classical.dMinus(),
                classical == null ? Double.NaN : classical.pExact(),
                classical == null ? Double.NaN : classical.pAsymptotic(),
                classical == null ? Double.NaN : classical.pGreaterAsymptotic(),
                classical == null ? Double.NaN : classical.pLessAsymptotic(),
                apart[1],
                sd > 0 ? apart[1] / sd : Double.NaN,
                height.p(),
                area.p(),
                area.divisions(),
                area.exhaustive(),
                area.exhaustive() ? Double.NaN : replicates.seed(),
                flags);
    }

    private static double[] values(List<Observation> observations, Group group) {
        return observations.stream()
                .filter(one -> one.group() == group)
                .mapToDouble(Observation::value)
                .toArray();
    }

    /**
     * All values in order, each with its unit and the share that it has of its unit.
     *
     * @param first whether each unit is of the test group
     */
    private record Merged(double[] value, int[] unit, double[] share, boolean[] first) {

        static Merged of(List<Observation> observations) {
            List<Observation> sorted = observations.stream()
                    .sorted(Comparator.comparingDouble(Observation::value))
                    .toList();
            Map<String, Integer> numbers = new LinkedHashMap<>();
            int[] unit = new int[sorted.size()];
            List<Boolean> first = new ArrayList<>();
            for (int i = 0; i < unit.length; i++) {
                Observation one = sorted.get(i);
                String name = one.unit().isEmpty() ? "#" + i : one.group() + " " + one.unit();
                Integer number = numbers.get(name);
                if (number == null) {
                    number = numbers.size();
                    numbers.put(name, number);
                    first.add(one.group() == Group.TEST);
                }
                unit[i] = number;
            }
            boolean single = observations.stream().allMatch(one -> one.unit().isEmpty());
            double[] total = new double[numbers.size()];
            for (int i = 0; i < unit.length; i++) {
                total[unit[i]] += sorted.get(i).count();
            }
            double[] share = IntStream.range(0, unit.length)
                    .mapToDouble(
                            i -> single ? sorted.get(i).count() : sorted.get(i).count() / total[unit[i]])
                    .toArray();
            boolean[] division = new boolean[first.size()];
            for (int i = 0; i < division.length; i++) {
                division[i] = first.get(i);
            }
            return new Merged(sorted.stream().mapToDouble(Observation::value).toArray(), unit, share, division);
        }

        int units(Group group) {
            return (int) IntStream.range(0, first.length)
                    .filter(i -> first[i] == (group == Group.TEST))
                    .count();
        }

        /** The largest distance, the area, and the largest distances above and below. */
        double[] distances(boolean[] division) {
            double one = 0;
            double other = 0;
            for (int i = 0; i < value.length; i++) {
                if (division[unit[i]]) {
                    one += share[i];
                } else {
                    other += share[i];
                }
            }
            double a = 0;
            double b = 0;
            double area = 0;
            double above = 0;
            double below = 0;
            for (int i = 0; i < value.length; i++) {
                if (i > 0 && value[i] > value[i - 1]) {
                    double gap = a / one - b / other;
                    above = Math.max(above, gap);
                    below = Math.max(below, -gap);
                    area += Math.abs(gap) * (value[i] - value[i - 1]);
                }
                if (division[unit[i]]) {
                    a += share[i];
                } else {
                    b += share[i];
                }
            }
            return new double[] {Math.max(above, below), area, above, below};
        }

        double mean(Group group) {
            double sum = 0;
            double weights = 0;
            for (int i = 0; i < value.length; i++) {
                if (first[unit[i]] == (group == Group.TEST)) {
                    sum += share[i] * value[i];
                    weights += share[i];
                }
            }
            return sum / weights;
        }

        double sd(Group group) {
            double mean = mean(group);
            double sum = 0;
            double weights = 0;
            for (int i = 0; i < value.length; i++) {
                if (first[unit[i]] == (group == Group.TEST)) {
                    sum += share[i] * (value[i] - mean) * (value[i] - mean);
                    weights += share[i];
                }
            }
            return Math.sqrt(sum / weights);
        }
    }
}
